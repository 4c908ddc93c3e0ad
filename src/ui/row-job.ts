import type { Problem } from '../../domain/problem.ts'
import { EarlierArrived, isOfSession, isSilence, ProblemError } from '../api/problem-error.ts'
import { newKey } from '../api/request.ts'
import { createPersonJob, whileWorking } from './person-job.ts'

type AnyRow = { id: string }

/** What a row was answered with, and why when nothing was done to it. */
export type RowAnswer = AnyRow & {
  outcome: 'changed' | 'unchanged' | 'refused' | 'not_found'
  problem: Pick<Problem, 'code' | 'detail' | 'rule'> | null
  /** The version that it has been since it was changed. */
  etag?: string | undefined
}

/** What became of a row; `unknown` when no answer came. */
export type RowOutcome = Pick<RowAnswer, 'problem' | 'etag'> & { outcome: RowAnswer['outcome'] | 'unknown' }

/** Rows that one thing is done to, some at a time, with an outcome for each; a row without one waits. */
export type RowJob<Row extends AnyRow = AnyRow> = {
  rows: readonly Row[]
  outcomes: ReadonlyMap<string, RowOutcome>
  isRunning: boolean
  /** Why it stopped before its end. */
  error?: unknown
  /** The call that was not answered. */
  open?: Chunk<Row>
}

type Chunk<Row> = { rows: readonly Row[]; key: string }
type Act<Row> = (rows: readonly Row[], idempotencyKey: string) => Promise<readonly RowAnswer[]>
type Outcomes = RowJob['outcomes']

const isSettled = (outcome: RowOutcome | undefined): boolean => outcome?.outcome === 'changed' || outcome?.outcome === 'unchanged'

/** The rows that it is worth trying again: everything but what was done. */
export const rowsToRetry = <Row extends AnyRow>({ rows, outcomes }: RowJob<Row>): Row[] =>
  rows.filter(({ id }) => !isSettled(outcomes.get(id)))

/** The rows that it never came to, or that no answer came for. */
export const openRows = <Row extends AnyRow>({ rows, outcomes }: RowJob<Row>): Row[] =>
  rows.filter(({ id }) => (outcomes.get(id)?.outcome ?? 'unknown') === 'unknown')

/** The rows that it has changed, and no other: what can be taken back. */
export const changedRows = <Row extends AnyRow>({ rows, outcomes }: RowJob<Row>): Row[] =>
  rows.filter(({ id }) => outcomes.get(id)?.outcome === 'changed')

/** How many rows have been answered for. */
export const doneCount = (job: RowJob): number => job.rows.length - openRows(job).length

/** Whether it stopped because no answer came, so that some outcomes are not known. */
export const isUnanswered = ({ error, outcomes }: RowJob): boolean =>
  error !== undefined && [...outcomes.values()].some(({ outcome }) => outcome === 'unknown')

/** The outcome of a row that a call was refused for; rethrows what says nothing of the row itself. */
export function refusedRow(id: string, error: unknown): RowAnswer {
  if (!(error instanceof ProblemError) || isOfSession(error) || ![403, 404, 409, 412, 422].includes(error.problem.status)) throw error
  const { status, code, rule, detail } = error.problem
  return { id, outcome: status === 404 ? 'not_found' : 'refused', problem: { code, detail, ...(rule !== undefined && { rule }) } }
}

const chunksOf = <Row>(rows: readonly Row[], size: number): Chunk<Row>[] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => ({ rows: rows.slice(at * size, (at + 1) * size), key: newKey() }))

/**
 * A job that belongs to one person and outlives the page it is shown on. Rows go `size` at a time; a call without an answer stops it, and
 * trying again sends the same rows with the same key first, so that nothing is done twice.
 */
export function createRowJob<Row extends AnyRow>(size: number, act: Act<Row>) {
  type Job = RowJob<Row>
  const jobs = createPersonJob<{ job?: Job }>()
  const none = {}

  async function work(begun: Job, chunks: readonly Chunk<Row>[], onEnd: () => void): Promise<void> {
    const { put, signal } = jobs.begin()
    let current = begun
    const go = (change: Partial<Job>) => {
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

  const workOn = (begun: Job, chunks: readonly Chunk<Row>[], onEnd: () => void) => whileWorking(() => work(begun, chunks, onEnd))

  return {
    /** The person's job, undefined when there is none. */
    useJob: (person: string): Job | undefined => jobs.useJob(person, () => none).job,
    /** `outcomes` are of rows for which it is decided already that nothing is done to them. */
    start: (rows: readonly Row[], onEnd: () => void, outcomes: Outcomes = new Map()): Promise<void> =>
      workOn({ rows, outcomes, isRunning: true }, chunksOf(rows.filter(({ id }) => !outcomes.has(id)), size), onEnd),
    /** Once more what failed, or what `again` leaves of it; what was not answered for first. */
    retry: (onEnd: () => void, again: (job: Job) => readonly Row[] = rowsToRetry): Promise<void> => {
      const { job } = jobs.now() ?? {}
      if (!job || job.isRunning) return Promise.resolve()
      const { error: _, open, ...kept } = job
      const rest = again(job).filter((row) => !open?.rows.includes(row))
      return workOn({ ...kept, isRunning: true }, [...(open ? [open] : []), ...chunksOf(rest, size)], onEnd)
    },
    close: jobs.reset,
  }
}
