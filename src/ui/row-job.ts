import type { Problem } from '../../domain/problem.ts'
import { keepWork, keptWork } from '../api/kept-work.ts'
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
  /** Whether the page was loaded again after it had stopped, or before its end. */
  isLeft?: boolean
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
export const isUnanswered = ({ error, isLeft, outcomes }: RowJob): boolean =>
  (error !== undefined || isLeft === true) && [...outcomes.values()].some(({ outcome }) => outcome === 'unknown')

/** The outcome of a row that a call was refused for; rethrows what says nothing of the row itself. */
export function refusedRow(id: string, error: unknown): RowAnswer {
  if (!(error instanceof ProblemError) || isOfSession(error) || ![403, 404, 409, 412, 422].includes(error.problem.status)) throw error
  const { status, code, rule, detail } = error.problem
  return { id, outcome: status === 404 ? 'not_found' : 'refused', problem: { code, detail, ...(rule !== undefined && { rule }) } }
}

const chunksOf = <Row>(rows: readonly Row[], size: number): Chunk<Row>[] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => ({ rows: rows.slice(at * size, (at + 1) * size), key: newKey() }))

const without = <Row extends AnyRow>({ open: _, ...job }: RowJob<Row>): RowJob<Row> => job

type Kept<Row extends AnyRow> = Pick<RowJob<Row>, 'rows' | 'open'> & { outcomes: [string, RowOutcome][]; isWhole: boolean }

/** The person's job as it is found by a page that was loaded again: what was asked and not answered is not known. */
function keptJob<Row extends AnyRow>(name: string, person: string): { job?: RowJob<Row> } {
  const kept = keptWork<Kept<Row>>(name, person)
  if (!kept) return {}
  const { rows, outcomes, open, isWhole } = kept
  const unknown = open?.rows.map(({ id }): [string, RowOutcome] => [id, { outcome: 'unknown', problem: null }]) ?? []
  return { job: { rows, outcomes: new Map([...outcomes, ...unknown]), isRunning: false, isLeft: !isWhole, ...(open && { open }) } }
}

function keepJob<Row extends AnyRow>(name: string, person: string, job: RowJob<Row> | undefined): void {
  keepWork<Kept<Row>>(name, person, job && {
    rows: job.rows, outcomes: [...job.outcomes], isWhole: !job.isRunning && job.error === undefined && !job.isLeft,
    ...(job.open && { open: job.open }),
  })
}

/**
 * A job that belongs to one person and outlives the page it is shown on. Rows go `size` at a time; a call without an answer stops it, and
 * trying again sends the same rows with the same key first, so that nothing is done twice. It is kept under its name in the tab, so that a
 * page loaded again still says what became of each row, and goes on.
 */
export function createRowJob<Row extends AnyRow>(name: string, size: number, act: Act<Row>) {
  type Job = RowJob<Row>
  const jobs = createPersonJob<{ job?: Job }>((person, state) => keepJob(name, person, state?.job))

  async function work(begun: Job, chunks: readonly Chunk<Row>[], onEnd: () => void): Promise<void> {
    const { put, signal } = jobs.begin()
    let current = begun
    const go = (change: Partial<Job>) => {
      current = { ...current, ...change }
      put({ job: current })
    }
    go({})
    for (const chunk of chunks) {
      go({ open: chunk })
      try {
        // What an earlier job did is done: its rows are found as they are.
        const answers = await act(chunk.rows, chunk.key).catch((error: unknown) => {
          if (error instanceof EarlierArrived && !signal.aborted) return act(chunk.rows, chunk.key)
          throw error
        })
        current = without(current)
        go({ outcomes: new Map([...current.outcomes, ...answers.map((each): [string, RowOutcome] => [each.id, each])]) })
      } catch (error) {
        const rows = isSilence(error) ? chunk.rows : []
        const open = rows.map(({ id }): [string, RowOutcome] => [id, { outcome: 'unknown', problem: null }])
        if (rows.length === 0) current = without(current)
        go({ error, outcomes: new Map([...current.outcomes, ...open]) })
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
    useJob: (person: string): Job | undefined => jobs.useJob(person, () => keptJob<Row>(name, person)).job,
    /** `outcomes` are of rows for which it is decided already that nothing is done to them. */
    start: (rows: readonly Row[], onEnd: () => void, outcomes: Outcomes = new Map()): Promise<void> =>
      workOn({ rows, outcomes, isRunning: true }, chunksOf(rows.filter(({ id }) => !outcomes.has(id)), size), onEnd),
    /** Once more what failed, or what `again` leaves of it; what was not answered for first. */
    retry: (onEnd: () => void, again: (job: Job) => readonly Row[] = rowsToRetry): Promise<void> => {
      const { job } = jobs.now() ?? {}
      if (!job || job.isRunning) return Promise.resolve()
      const { error: _, isLeft: __, open, ...kept } = job
      const rest = again(job).filter(({ id }) => !open?.rows.some((row) => row.id === id))
      return workOn({ ...kept, isRunning: true }, [...(open ? [open] : []), ...chunksOf(rest, size)], onEnd)
    },
    close: jobs.reset,
  }
}
