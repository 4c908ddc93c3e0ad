import { HTTPException } from 'hono/http-exception'
import { InvalidCursor } from '../store/store.ts'
import type { Ports } from './ports.ts'
import { ApiProblem, type ProblemFacts } from './problem-response.ts'

const foreignCursor: ProblemFacts = { status: 400, code: 'cursor.invalid', errors: [{ pointer: '?cursor', code: 'cursor.invalid' }] }

/** PostgreSQL's disk_full: the statement was not done. */
const isDiskFull = (error: unknown) => error instanceof Error && 'code' in error && error.code === '53100'

/** What a caller is told of whatever was thrown. Of a failure that nobody expected it is told nothing; the host is. */
export function factsOf(error: unknown, requestId: string, { reportFailure }: Pick<Ports, 'reportFailure'>): ProblemFacts {
  if (error instanceof ApiProblem) return error.facts
  if (error instanceof InvalidCursor) return foreignCursor
  if (error instanceof HTTPException && error.status === 400) return { status: 400, code: 'request.malformed_json' }
  reportFailure?.(error, requestId)
  if (isDiskFull(error)) return { status: 503, code: 'server.disk_full', retryAfterSeconds: 60 }
  return { status: 500, code: 'server.failed' }
}
