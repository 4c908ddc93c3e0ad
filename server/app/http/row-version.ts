import type { RequestContext } from './api-env.ts'
import { ApiProblem } from './problem-response.ts'
import { StaleWrite } from '../../store/errors.ts'

/** A row's ETag with its quotes, for the header and the body's `etag`; `If-Match` takes it as it is. */
export const etagOf = ({ version }: { version: number }): string => `"${version}"`

const stale = () => new ApiProblem({ status: 412, code: 'request.stale' })

/** Honours `If-Match`: 412 unless it names this version of the row. */
export function matchVersion(c: RequestContext, row: { version: number }): void {
  const wanted = c.req.header('If-Match')
  if (wanted === undefined || wanted.trim() === '*') return
  if (!wanted.split(',').some((tag) => tag.trim() === etagOf(row))) throw stale()
}

/** As {@link matchVersion}; 428 without `If-Match`. */
export function requireVersion(c: RequestContext, row: { version: number }): void {
  if (c.req.header('If-Match') === undefined) throw new ApiProblem({ status: 428, code: 'request.version_required' })
  matchVersion(c, row)
}

const mostTries = 40

/**
 * Reads, decides and writes again when another write came between, so that the refusal is current. A caller with `If-Match` gets 412
 * instead.
 */
export async function decideAndWrite<Saved>(c: RequestContext, attempt: () => Promise<Saved>): Promise<Saved> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof StaleWrite)) throw error
      if (c.req.header('If-Match') !== undefined) throw stale()
      if (tries === mostTries) throw new ApiProblem({ status: 503, code: 'request.busy', retryAfterSeconds: 1 })
    }
  }
}
