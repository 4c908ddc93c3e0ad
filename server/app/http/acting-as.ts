import type { HonoRequest } from 'hono'
import { type Actor, nobody, personOf } from '../../../domain/session/actor.ts'
import { isRecall } from './idempotency.ts'
import type { ProblemFacts } from './problem-response.ts'

type ActingRequest = { req: Pick<HonoRequest, 'header' | 'path' | 'query'> }

/** Signing in and out, and asking who is signed in, ignore the page's belief. */
const aboutSession = ['/api/session', '/api/session/personas', '/api/session/ways']
const events = '/api/events'

/**
 * Reads the reader's identity by the page (`<user id>@<organization id>`, or `nobody`); undefined when absent. Browsers cannot set headers
 * on event streams, so there it is in the query.
 */
function takenFor({ req }: ActingRequest): string | undefined {
  if (aboutSession.includes(req.path)) return undefined
  return req.header('Tessera-Acting-As') ?? (req.path === events ? req.query('actingAs') : undefined)
}

/** Refuses a request whose page believes in another reader than the session's; undefined when they match. */
export function takenForAnother(c: ActingRequest, caller: Actor | undefined): ProblemFacts | undefined {
  const taken = takenFor(c)
  if (taken === undefined || taken === (caller ? personOf(caller) : nobody)) return undefined
  if (!caller) return { status: 401, code: 'session.required' }
  const params = { person: caller.user.displayName, organization: caller.organization.displayName }
  return { status: 409, code: 'session.other_person', params }
}

/** Tells a person's own request from the page's automatic ones, such as event streams and refetches. */
export const isAttended = (c: ActingRequest): boolean =>
  c.req.path !== events && c.req.header('Tessera-Unattended') === undefined && !isRecall(c)
