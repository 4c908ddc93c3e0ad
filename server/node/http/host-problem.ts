import type { Context } from 'hono'
import { languageOf } from '../../app/words/languages.ts'
import { problemResponse } from '../../app/http/problem-response.ts'
import { zoneOf } from '../../app/words/time-zone.ts'
import type { PortalEnv } from '../portal-env.ts'

export type HostProblem =
  | { status: 400; code: 'request.broken_off' }
  | { status: 401; code: 'request.operator_token_wrong' }
  | { status: 403; code: 'request.cross_site' | 'request.operator_token_unset' }
  | { status: 408; code: 'request.too_slow' }
  | { status: 413; code: 'request.too_large' }
  | { status: 421; code: 'request.host_unknown' }
  | { status: 429; code: 'request.too_many'; retryAfterSeconds: number }
  | { status: 429; code: 'token.too_many_requests'; params: { limit: number }; retryAfterSeconds: number }
  | { status: 500; code: 'server.failed' }
  | { status: 503; code: 'server.overloaded'; retryAfterSeconds: number }

/** Makes a problem of the process itself, in the API's form and language. */
export const hostProblem = (c: Context<PortalEnv>, problem: HostProblem): Response =>
  problemResponse(problem, {
    locale: languageOf(c.req.header('Accept-Language'), undefined),
    zone: zoneOf(c.req.header('Time-Zone')),
    requestId: c.get('requestId'),
  })
