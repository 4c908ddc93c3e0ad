import { HTTPException } from 'hono/http-exception'
import { TooMany } from '../../../domain/limits/too-many.ts'
import { InvalidCursor, StoreUnavailable } from '../../store/errors.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem, type ProblemFacts } from './problem-response.ts'
import { notJson } from './request-body.ts'

/** What the framework throws before an endpoint is reached. */
const ofFramework: Record<number, ProblemFacts> = {
  400: { status: 400, code: 'request.malformed_json' },
  413: { status: 413, code: 'request.too_large' },
  415: notJson,
}

const foreignCursor: ProblemFacts = { status: 400, code: 'cursor.invalid', errors: [{ pointer: '?cursor', code: 'cursor.invalid' }] }

/** Seconds after which it is worth another try. */
const untilStoreIsBack = 2
const untilThereIsRoom = 60
/** PostgreSQL's disk_full: the statement was not done. */
const diskFull = '53100'

/** What a caller is told of whatever was thrown. Of a failure that nobody expected it is told nothing; the host is. */
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

/** The limit of a day that was met, and when it goes on. */
export const tooMany = ({ code, most, goesOnAt, retryAfterSeconds }: TooMany): ProblemFacts => ({
  status: 429, code, params: { limit: most, date: goesOnAt }, retryAfterSeconds,
})
