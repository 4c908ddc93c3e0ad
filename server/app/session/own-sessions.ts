import Bowser from 'bowser'
import { OwnSession } from '../../../domain/session/schemas.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { byId, itemsOf, signedIn } from '../http/described.ts'
import { json, problems } from '../http/documented.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem } from '../http/problem-response.ts'

export const ownSessionRoutes = {
  list: signedIn.get('/session/sessions', {}, {
    200: json(itemsOf(OwnSession), 'The caller’s living sessions, the latest first; a hundred at most'), ...problems(401),
  }),
  endOthers: signedIn.delete('/session/sessions', {}, { 204: { description: 'All others have ended' }, ...problems(401) }),
  end: signedIn.delete('/session/sessions/{id}', byId, { 204: { description: 'It has ended' }, ...problems(401, 404) }),
}

/** What a session's device calls itself. */
function deviceOf(userAgent: string): Pick<OwnSession, 'browser' | 'system'> {
  const { browser, os } = Bowser.parse(userAgent || 'unknown')
  return { browser: browser.name ?? '', system: os.name ?? '' }
}

export const ownSessionEndpoints = ({ store, now }: Ports) =>
  endpoints()
    .openapi(ownSessionRoutes.list, async (c) => {
      const { actor, session } = c.var
      const own = await store.ownSessions.list(scopeOf(actor), actor.user.id, now().toISOString())
      const items = own.map(({ device, ...each }) => ({ ...each, ...deviceOf(device), isPresent: each.id === session?.id }))
      return c.json({ items }, 200)
    })
    .openapi(ownSessionRoutes.endOthers, async (c) => {
      const { actor, session } = c.var
      await store.ownSessions.endOthers(scopeOf(actor), actor.user.id, session?.id ?? null)
      return c.body(null, 204)
    })
    .openapi(ownSessionRoutes.end, async (c) => {
      const { actor } = c.var
      if (!(await store.ownSessions.end(scopeOf(actor), actor.user.id, c.req.valid('param').id)))
        throw new ApiProblem({ status: 404, code: 'session.not_found' })
      return c.body(null, 204)
    })
