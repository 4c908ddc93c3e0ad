import type { Problem } from '../../../domain/problem.ts'
import { isOfSession, ProblemError } from '../../api/problem-error.ts'
import { createJob } from './create-job.ts'
import { type Chunk, createJobStates, type Job } from './job-states.ts'

type AnyRow = { id: string }

/** A row's response, with the problem when nothing was done. */
export type RowAnswer = AnyRow & {
  outcome: 'changed' | 'unchanged' | 'refused' | 'not_found'
  problem: Pick<Problem, 'code' | 'detail' | 'rule'> | null
  /** The row's new version. */
  etag?: string | undefined
}

/** A row's outcome; `unknown` without a response. */
export type RowOutcome = Pick<RowAnswer, 'problem' | 'etag'> & { outcome: RowAnswer['outcome'] | 'unknown' }

/** One action on chosen rows with an outcome each, without draft or check. */
export type RowJob<Row extends AnyRow = AnyRow> = Job<null, Row, RowOutcome>

type Act<Row> = (rows: readonly Row[], idempotencyKey: string) => Promise<readonly RowAnswer[]>

const isSettled = (outcome: RowOutcome | undefined): boolean => outcome?.outcome === 'changed' || outcome?.outcome === 'unchanged'

/** The rows worth another try: all that were not done. */
export const rowsToRetry = <Row extends AnyRow>({ rows, outcomes }: RowJob<Row>): Row[] =>
  rows.filter(({ id }) => !isSettled(outcomes.get(id)))

const isOpen = (outcome: RowOutcome | undefined): boolean => (outcome?.outcome ?? 'unknown') === 'unknown'

/** The rows without an outcome or response. */
export const openRows = <Row extends AnyRow>({ rows, outcomes }: RowJob<Row>): Row[] => rows.filter(({ id }) => isOpen(outcomes.get(id)))

/** The changed rows, which can be undone. */
export const changedRows = <Row extends AnyRow>({ rows, outcomes }: RowJob<Row>): Row[] =>
  rows.filter(({ id }) => outcomes.get(id)?.outcome === 'changed')

export const doneCount = (job: RowJob): number => job.rows.length - openRows(job).length

/** The outcome of a row whose call was refused; rethrows errors that are not about the row. */
export function refusedRow(id: string, error: unknown): RowAnswer {
  if (!(error instanceof ProblemError) || isOfSession(error) || ![403, 404, 409, 412, 422].includes(error.problem.status)) throw error
  const { status, code, rule, detail } = error.problem
  return { id, outcome: status === 404 ? 'not_found' : 'refused', problem: { code, detail, ...(rule !== undefined && { rule }) } }
}

type Kept<Row> = { rows: readonly Row[]; outcomes: [string, RowOutcome][]; isWhole: boolean; open?: Chunk<Row> }

const unknown: RowOutcome = { outcome: 'unknown', problem: null }
const nothing = (): null => null

/** A reloaded page's job: the outcome of the open call is unknown. */
function foundAgain<Row extends AnyRow>({ rows, outcomes, open, isWhole }: Kept<Row>): RowJob<Row> {
  const notKnown = open?.rows.map(({ id }): [string, RowOutcome] => [id, unknown]) ?? []
  return { step: isWhole ? 'done' : 'stopped', draft: null, rows, outcomes: new Map([...outcomes, ...notKnown]), open }
}

/** A job on chosen rows, kept in the tab under its name, so that a reloaded page shows the outcomes and resumes. */
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
    useJob: (person: string): RowJob<Row> | undefined => {
      const job = states.useJob(person, nothing)
      return job.step === 'draft' ? undefined : job
    },
    /** `outcomes` decide rows beforehand that nothing is done to. */
    start: (rows: readonly Row[], onEnd: () => void, outcomes: RowJob['outcomes'] = new Map()): Promise<void> =>
      run({ step: 'draft', draft: null, rows, outcomes }, onEnd),
    /** Retries what failed, or what `again` selects, unanswered rows first. */
    retry: async (onEnd: () => void, again: (job: RowJob<Row>) => readonly Row[] = rowsToRetry): Promise<void> => {
      const job = states.now()
      if (job) await run(job, onEnd, again(job))
    },
    close: reset,
  }
}
