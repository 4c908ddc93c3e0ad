import type { HonoRequest } from 'hono'
import { type Actor, nobody, personOf } from '../../../domain/session/actor.ts'
import { isRecall } from './idempotency.ts'
import type { ProblemFacts } from './problem-response.ts'

type ActingRequest = { req: Pick<HonoRequest, 'header' | 'path' | 'query'> }

/** Where a page signs in and out, and asks who is: what it takes its reader to be has no say there. */
const aboutSession = ['/api/session', '/api/session/personas']
const events = '/api/events'

/**
 * Who the page that asks takes its reader to be (`<user id>@<organization id>`, or `nobody`), undefined when it does not say. A browser
 * cannot give an event stream headers, so there it stands in the query.
 */
function takenFor({ req }: ActingRequest): string | undefined {
  if (aboutSession.includes(req.path)) return undefined
  return req.header('Tessera-Acting-As') ?? (req.path === events ? req.query('actingAs') : undefined)
}

/** What a request is refused with when its page takes its reader for another than who is signed in; undefined when nothing is wrong. */
export function takenForAnother(c: ActingRequest, caller: Actor | undefined): ProblemFacts | undefined {
  const taken = takenFor(c)
  if (taken === undefined || taken === (caller ? personOf(caller) : nobody)) return undefined
  if (!caller) return { status: 401, code: 'session.required' }
  const params = { person: caller.user.displayName, organization: caller.organization.displayName }
  return { status: 409, code: 'session.other_person', params }
}

/** Whether a request is its person's own deed, and not something that the page does by itself, such as listening or asking anew. */
export const isAttended = (c: ActingRequest): boolean =>
  c.req.path !== events && c.req.header('Tessera-Unattended') === undefined && !isRecall(c)
