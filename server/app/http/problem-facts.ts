import { HTTPException } from 'hono/http-exception'
import { TooMany } from '../../../domain/limits/too-many.ts'
import { InvalidCursor, StoreUnavailable } from '../../store/errors.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem, type ProblemFacts } from './problem-response.ts'
import { notJson } from './request-body.ts'

/** Errors that the framework throws before an endpoint. */
const ofFramework: Record<number, ProblemFacts> = {
  400: { status: 400, code: 'request.malformed_json' },
  413: { status: 413, code: 'request.too_large' },
  415: notJson,
}

const foreignCursor: ProblemFacts = { status: 400, code: 'cursor.invalid', errors: [{ pointer: '?cursor', code: 'cursor.invalid' }] }

const untilStoreIsBack = 2
const untilThereIsRoom = 60
/** PostgreSQL's disk_full: the statement was not executed. */
const diskFull = '53100'

/** Makes a caller's problem of any thrown error. An unexpected one tells the caller nothing and goes to the host's report. */
export function factsOf(error: unknown, requestId: string, { reportFailure }: Pick<Ports, 'reportFailure'>): ProblemFacts {
  if (error instanceof ApiProblem) return error.facts
  if (error instanceof InvalidCursor) return foreignCursor
  if (error instanceof TooMany) return tooMany(error)
  const known = error instanceof HTTPException ? ofFramework[error.status] : undefined
  if (known) return known
  reportFailure?.(error, requestId)
  if (error instanceof StoreUnavailable)
    return error.code === diskFull
      ? { status: 503, code: 'server.disk_full', retryAfterSeconds: untilThereIsRoom }
      : { status: 503, code: 'store.unavailable', retryAfterSeconds: untilStoreIsBack }
  return { status: 500, code: 'server.failed' }
}

/** The problem of a day's limit, with when it has room again. */
export const tooMany = ({ code, most, goesOnAt, retryAfterSeconds }: TooMany): ProblemFacts => ({
  status: 429, code, params: { limit: most, date: goesOnAt }, retryAfterSeconds,
})
