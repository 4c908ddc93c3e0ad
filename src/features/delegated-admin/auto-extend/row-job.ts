import type { AutoExtendOutcome, GdapRelationshipOnWire } from '../../../../domain/delegated-admin/schemas.ts'
import { EarlierArrived, isSilence } from '../../../api/problem-error.ts'
import { newKey } from '../../../api/request.ts'
import { createPersonJob, whileWorking } from '../../../ui/person-job.ts'

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
  /** The call that was not answered. */
  open?: Chunk
}

type Chunk = { rows: readonly JobRow[]; key: string }
type Act = (rows: readonly JobRow[], idempotencyKey: string) => Promise<readonly AutoExtendOutcome[]>

const isSettled = (outcome: RowOutcome | undefined): boolean => outcome?.outcome === 'changed' || outcome?.outcome === 'unchanged'

/** The rows that it is worth trying again: everything but what was done. */
export const rowsToRetry = ({ rows, outcomes }: RowJob): JobRow[] => rows.filter(({ id }) => !isSettled(outcomes.get(id)))

/** The rows that it has changed, and no other: what can be taken back. */
export const changedRows = ({ rows, outcomes }: RowJob): JobRow[] => rows.filter(({ id }) => outcomes.get(id)?.outcome === 'changed')

/** How many rows have been answered for. */
export const doneCount = ({ rows, outcomes }: RowJob): number =>
  rows.filter(({ id }) => (outcomes.get(id)?.outcome ?? 'unknown') !== 'unknown').length

/** Whether it stopped because no answer came, so that some outcomes are not known. */
export const isUnanswered = ({ error, outcomes }: RowJob): boolean =>
  error !== undefined && [...outcomes.values()].some(({ outcome }) => outcome === 'unknown')

const chunksOf = (rows: readonly JobRow[], size: number): Chunk[] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => ({ rows: rows.slice(at * size, (at + 1) * size), key: newKey() }))

/**
 * A job that belongs to one person and outlives the page it is shown on. Rows go `size` at a time; a call without an answer stops it, and
 * trying again sends the same rows with the same key first, so that nothing is done twice.
 */
export function createRowJob(size: number, act: Act) {
  const jobs = createPersonJob<{ job?: RowJob }>()
  const none = {}

  async function work(begun: RowJob, chunks: readonly Chunk[], onEnd: () => void): Promise<void> {
    const { put, signal } = jobs.begin()
    let current = begun
    const go = (change: Partial<RowJob>) => {
      current = { ...current, ...change }
      put({ job: current })
    }
    go({})
    for (const chunk of chunks) {
      try {
        // What an earlier job did is done: its rows are found as they are.
        const answers = await act(chunk.rows, chunk.key).catch((error: unknown) => {
          if (error instanceof EarlierArrived && !signal.aborted) return act(chunk.rows, chunk.key)
          throw error
        })
        go({ outcomes: new Map([...current.outcomes, ...answers.map((each): [string, RowOutcome] => [each.id, each])]) })
      } catch (error) {
        const rows = isSilence(error) ? chunk.rows : []
        const open = rows.map(({ id }): [string, RowOutcome] => [id, { outcome: 'unknown', problem: null }])
        go({ error, outcomes: new Map([...current.outcomes, ...open]), ...(rows.length > 0 && { open: chunk }) })
        break
      }
      // Somebody else may have signed in while it ran: nothing more is done in their name.
      if (signal.aborted) break
    }
    go({ isRunning: false })
    onEnd()
  }

  const workOn = (begun: RowJob, chunks: readonly Chunk[], onEnd: () => void) => whileWorking(() => work(begun, chunks, onEnd))

  return {
    /** The person's job, undefined when there is none. */
    useJob: (person: string): RowJob | undefined => jobs.useJob(person, () => none).job,
    start: (rows: readonly JobRow[], onEnd: () => void): Promise<void> =>
      workOn({ rows, outcomes: new Map(), isRunning: true }, chunksOf(rows, size), onEnd),
    /** Once more what failed, what was not answered for first. */
    retry: (onEnd: () => void): Promise<void> => {
      const { job } = jobs.now() ?? {}
      if (!job || job.isRunning) return Promise.resolve()
      const { error: _, open, ...kept } = job
      const rest = rowsToRetry(job).filter((row) => !open?.rows.includes(row))
      return workOn({ ...kept, isRunning: true }, [...(open ? [open] : []), ...chunksOf(rest, size)], onEnd)
    },
    close: jobs.reset,
  }
}
