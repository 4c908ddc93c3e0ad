import type { Context } from 'hono'
import { languageOf } from '../app/languages.ts'
import { problemResponse } from '../app/problem-response.ts'
import type { PortalEnv } from './portal-env.ts'

export type HostProblem =
  | { status: 403; code: 'request.cross_site' }
  | { status: 413; code: 'request.too_large' }
  | { status: 429; code: 'request.too_many'; retryAfterSeconds: number }
  | { status: 500; code: 'server.failed' }
  | { status: 503; code: 'server.overloaded'; retryAfterSeconds: number }

/** A refusal that the process itself makes, before or instead of the API; same shape and same choice of language. */
export const hostProblem = (c: Context<PortalEnv>, problem: HostProblem): Response =>
  problemResponse(problem, languageOf(c.req.header('Accept-Language'), undefined), c.get('requestId'))
