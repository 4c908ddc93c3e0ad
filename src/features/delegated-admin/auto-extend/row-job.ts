import { useSyncExternalStore } from 'react'
import type { AutoExtendOutcome, GdapRelationshipOnWire } from '../../../../domain/delegated-admin/schemas.ts'
import { NetworkError, ProblemError } from '../../../api/problem-error.ts'
import { newKey } from '../../../api/request.ts'

export type JobRow = Pick<GdapRelationshipOnWire, 'id' | 'displayName' | 'customer'>

/** What became of a row; `unknown` when no answer came. */
export type RowOutcome = Pick<AutoExtendOutcome, 'problem'> & { outcome: AutoExtendOutcome['outcome'] | 'unknown' }

/** Rows that one thing is done to, some at a time, with an outcome for each; a row without one waits. */
export type RowJob = {
  rows: readonly JobRow[]
  outcomes: ReadonlyMap<string, RowOutcome>
  isRunning: boolean
  /** Why it stopped before its end. */
  error?: unknown
}

type Chunk = { rows: readonly JobRow[]; key: string }
type Act = (rows: readonly JobRow[], idempotencyKey: string) => Promise<readonly AutoExtendOutcome[]>

const isSettled = (outcome: RowOutcome | undefined): boolean => outcome?.outcome === 'changed' || outcome?.outcome === 'unchanged'

/** The rows that it is worth trying again: everything but what was done. */
export const rowsToRetry = ({ rows, outcomes }: RowJob): JobRow[] => rows.filter(({ id }) => !isSettled(outcomes.get(id)))

/** How many rows have been answered for. */
export const doneCount = ({ rows, outcomes }: RowJob): number =>
  rows.filter(({ id }) => (outcomes.get(id)?.outcome ?? 'unknown') !== 'unknown').length

/** A 5xx answer leaves the outcome as open as no answer does. */
const isSilence = (error: unknown): boolean =>
  error instanceof NetworkError || (error instanceof ProblemError && error.problem.status >= 500)

/** Whether it stopped because no answer came, so that some outcomes are not known. */
export const isUnanswered = ({ error, outcomes }: RowJob): boolean =>
  error !== undefined && [...outcomes.values()].some(({ outcome }) => outcome === 'unknown')

const warnOfLeaving = (event: BeforeUnloadEvent) => event.preventDefault()

/**
 * A job that belongs to one person and outlives the page it is shown on. Rows go `size` at a time; a call without an answer stops it, and
 * trying again sends the same rows with the same key first, so that nothing is done twice.
 */
export function createRowJob(size: number, act: Act) {
  let job: RowJob | undefined
  let owner: string | undefined
  let unanswered: Chunk | undefined
  const listeners = new Set<() => void>()

  const put = (next: RowJob | undefined) => {
    job = next
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  async function work(begun: RowJob, chunks: readonly Chunk[], onEnd: () => void): Promise<void> {
    let current = begun
    // Somebody else may sign in while it runs; what comes back then is nobody's.
    const isMine = () => job === current
    const go = (change: Partial<RowJob>) => {
      if (!isMine()) return
      current = { ...current, ...change }
      put(current)
    }
    put(current)
    window.addEventListener('beforeunload', warnOfLeaving)
    try {
      for (const chunk of chunks) {
        unanswered = chunk
        const answers = await act(chunk.rows, chunk.key)
        if (!isMine()) return
        unanswered = undefined
        go({ outcomes: new Map([...current.outcomes, ...answers.map((each): [string, RowOutcome] => [each.id, each])]) })
      }
      go({ isRunning: false })
    } catch (error) {
      const rows = isSilence(error) ? (unanswered?.rows ?? []) : []
      if (rows.length === 0) unanswered = undefined
      const open = rows.map(({ id }): [string, RowOutcome] => [id, { outcome: 'unknown', problem: null }])
      go({ isRunning: false, error, outcomes: new Map([...current.outcomes, ...open]) })
    } finally {
      window.removeEventListener('beforeunload', warnOfLeaving)
      onEnd()
    }
  }

  const chunksOf = (rows: readonly JobRow[]): Chunk[] =>
    Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => ({ rows: rows.slice(at * size, (at + 1) * size), key: newKey() }))

  return {
    /** The person's job, undefined when there is none. */
    useJob: (userId: string): RowJob | undefined =>
      useSyncExternalStore(subscribe, () => {
        if (owner !== userId) {
          owner = userId
          job = undefined
          unanswered = undefined
        }
        return job
      }),
    start: (rows: readonly JobRow[], onEnd: () => void): Promise<void> => {
      unanswered = undefined
      return work({ rows, outcomes: new Map(), isRunning: true }, chunksOf(rows), onEnd)
    },
    /** Once more what failed, what was not answered for first. */
    retry: (onEnd: () => void): Promise<void> => {
      if (!job || job.isRunning) return Promise.resolve()
      const open = unanswered
      const rest = rowsToRetry(job).filter((row) => !open?.rows.includes(row))
      const { error: _, ...kept } = job
      return work({ ...kept, isRunning: true }, [...(open ? [open] : []), ...chunksOf(rest)], onEnd)
    },
    close: () => put(undefined),
  }
}
