import { z } from '@hono/zod-openapi'
import { decidesForCustomer } from '../../../domain/relationships/admin-rights.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { Introduction, Persona, Session, SignIn, SignInWays } from '../../../domain/session/schemas.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { anybody, signedIn } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem, enforce } from '../http/problem-response.ts'
import { sentence } from '../words/words.ts'
import { failureOf } from './attempt.ts'
import { openSession } from './open-session.ts'

export const sessionRoutes = {
  read: signedIn.get('/session', {}, { 200: json(Session, 'Who is signed in'), ...problems(401) }),
  ways: anybody.get('/session/ways', {
    query: z.object({
      attempt: z.string().regex(/^[\w-]{1,8192}$/).optional().openapi({ description: 'Of the sign-in page’s address' }),
    }).strict(),
  }, { 200: json(SignInWays, 'How one can sign in here'), ...problems(422) }),
  personas: anybody.get('/session/personas', {}, { 200: json(z.array(Persona), 'Who can be signed in as; demo only'), ...problems(404) }),
  start: anybody.post('/session', jsonBodyOf(SignIn), {
    201: json(Session, 'Signed in as a persona; demo only'), ...problems(400, 403, 404, 415, 422),
  }),
  introduce: signedIn.put('/session/organization', jsonBodyOf(Introduction), {
    204: { description: 'What a tenant that is not known here says of itself is kept' }, ...problems(400, 401, 403, 409, 415, 422),
  }),
  end: anybody.delete('/session', {}, { 204: { description: 'Signed out' }, ...problems() }),
}

export function sessionEndpoints(ports: Ports) {
  const { store, session, demo, isDemoOpen, identity, sendsMail, isTimeTrusted } = ports
  const sessionOf = ({ user, organization }: Actor): Session => ({
    user, organization, sendsMail, isClockHeld: isTimeTrusted?.() === false, policy: policyOf(ports, organization.cloud),
  })
  const demoOnly = () => {
    if (!demo) throw new ApiProblem({ status: 404, code: 'route.not_found' })
  }

  return endpoints()
    .openapi(sessionRoutes.read, (c) => c.json(sessionOf(c.var.actor), 200))
    .openapi(sessionRoutes.ways, async (c) => {
      const { attempt } = c.req.valid('query')
      const failure = attempt === undefined ? undefined : await failureOf(ports, attempt, c.req.raw)
      const { code, params = {}, issuer = '', returnTo = '/' } = failure ?? {}
      const named = Object.fromEntries(['account', 'tenant'].flatMap((name) => (name in params ? [[name, String(params[name])]] : [])))
      return c.json({
        issuers: (identity?.all ?? []).map(({ id, name, cloud }) => ({ id, name, cloud })),
        demo,
        isDemoOpen: demo && isDemoOpen === true,
        failure: code === undefined ? null : { code, detail: sentence(code, c.var.locale, params, c.var.zone), ...named, issuer, returnTo },
      }, 200)
    })
    .openapi(sessionRoutes.personas, async (c) => {
      demoOnly()
      return c.json(await store.users.personas(), 200)
    })
    .openapi(sessionRoutes.start, async (c) => {
      demoOnly()
      const found = await store.users.findPersona(c.req.valid('json').persona)
      if (!found)
        throw new ApiProblem({
          status: 422,
          code: 'session.unknown_persona',
          errors: [{ pointer: '/persona', code: 'session.unknown_persona' }],
        })
      if (found.isRemoved) 
        throw new ApiProblem({
          status: 403,
          code: 'sign_in.removed',
          params: { account: found.user.displayName, organization: found.organization.displayName, tenant: found.organization.tenantId },
        })
      await openSession(c, ports, { organizationId: found.organization.id, userId: found.user.id }, null)
      return c.json(sessionOf(found), 201)
    })
    .openapi(sessionRoutes.introduce, async (c) => {
      enforce(decidesForCustomer(c.var.actor, 'acceptance.needs_global_admin'))
      if (!(await store.visitors.introduce(scopeOf(c.var.actor), c.req.valid('json'))))
        throw new ApiProblem({ status: 409, code: 'session.introduced' })
      return c.body(null, 204)
    })
    .openapi(sessionRoutes.end, async (c) => {
      if (c.var.sessionHash !== undefined) await store.sessions.end(c.var.sessionHash)
      for (const [name, value] of session.end()) c.header(name, value, { append: true })
      return c.body(null, 204)
    })
}
