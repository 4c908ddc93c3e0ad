import type { Problem } from '../../../domain/problem.ts'
import { isOfSession, ProblemError } from '../../api/problem-error.ts'
import { createJob } from './create-job.ts'
import { type Chunk, createJobStates, type Job } from './job-states.ts'

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

/** Rows that are chosen and one thing is done to, with an outcome for each; they have no draft and no check. */
export type RowJob<Row extends AnyRow = AnyRow> = Job<null, Row, RowOutcome>

type Act<Row> = (rows: readonly Row[], idempotencyKey: string) => Promise<readonly RowAnswer[]>

const isSettled = (outcome: RowOutcome | undefined): boolean => outcome?.outcome === 'changed' || outcome?.outcome === 'unchanged'

/** The rows that it is worth trying again: everything but what was done. */
export const rowsToRetry = <Row extends AnyRow>({ rows, outcomes }: RowJob<Row>): Row[] =>
  rows.filter(({ id }) => !isSettled(outcomes.get(id)))

const isOpen = (outcome: RowOutcome | undefined): boolean => (outcome?.outcome ?? 'unknown') === 'unknown'

/** The rows that it never came to, or that no answer came for. */
export const openRows = <Row extends AnyRow>({ rows, outcomes }: RowJob<Row>): Row[] => rows.filter(({ id }) => isOpen(outcomes.get(id)))

/** The rows that it has changed, and no other: what can be taken back. */
export const changedRows = <Row extends AnyRow>({ rows, outcomes }: RowJob<Row>): Row[] =>
  rows.filter(({ id }) => outcomes.get(id)?.outcome === 'changed')

/** How many rows have been answered for. */
export const doneCount = (job: RowJob): number => job.rows.length - openRows(job).length

/** The outcome of a row that a call was refused for; rethrows what says nothing of the row itself. */
export function refusedRow(id: string, error: unknown): RowAnswer {
  if (!(error instanceof ProblemError) || isOfSession(error) || ![403, 404, 409, 412, 422].includes(error.problem.status)) throw error
  const { status, code, rule, detail } = error.problem
  return { id, outcome: status === 404 ? 'not_found' : 'refused', problem: { code, detail, ...(rule !== undefined && { rule }) } }
}

type Kept<Row> = { rows: readonly Row[]; outcomes: [string, RowOutcome][]; isWhole: boolean; open?: Chunk<Row> }

const unknown: RowOutcome = { outcome: 'unknown', problem: null }
const nothing = (): null => null

/** The job as it is found by a page that was loaded again: what was asked and not answered is not known. */
function foundAgain<Row extends AnyRow>({ rows, outcomes, open, isWhole }: Kept<Row>): RowJob<Row> {
  const notKnown = open?.rows.map(({ id }): [string, RowOutcome] => [id, unknown]) ?? []
  return { step: isWhole ? 'done' : 'stopped', draft: null, rows, outcomes: new Map([...outcomes, ...notKnown]), open }
}

/**
 * A job on rows that are chosen. It is kept under its name in the tab, so that a page loaded again still says what became of each row, and
 * goes on.
 */
export function createRowJob<Row extends AnyRow>(name: string, size: number, act: Act<Row>) {
  const states = createJobStates<null, Row, RowOutcome, Kept<Row>>({
    name,
    of: ({ rows, outcomes, step, open }) => ({ rows, outcomes: [...outcomes], isWhole: step === 'done', ...(open && { open }) }),
    from: foundAgain,
  })
  const { run, reset } = createJob(states, {
    size, unknown,
    idOf: ({ id }) => id,
    isOpen: (_row, outcome) => isOpen(outcome),
    call: async (rows, _job, { key }) => (await act(rows, key)).map((answer): [string, RowOutcome] => [answer.id, answer]),
  })
  return {
    /** The person's job, undefined when there is none. */
    useJob: (person: string): RowJob<Row> | undefined => {
      const job = states.useJob(person, nothing)
      return job.step === 'draft' ? undefined : job
    },
    /** `outcomes` are of rows for which it is decided already that nothing is done to them. */
    start: (rows: readonly Row[], onEnd: () => void, outcomes: RowJob['outcomes'] = new Map()): Promise<void> =>
      run({ step: 'draft', draft: null, rows, outcomes }, onEnd),
    /** Once more what failed, or what `again` leaves of it; what was not answered for first. */
    retry: async (onEnd: () => void, again: (job: RowJob<Row>) => readonly Row[] = rowsToRetry): Promise<void> => {
      const job = states.now()
      if (job) await run(job, onEnd, again(job))
    },
    close: reset,
  }
}
