import { EarlierArrived, isSilence } from '../../api/problem-error.ts'
import { newKey } from '../../api/request.ts'
import { type Chunk, draftOf, type Job, type JobStates } from './job-states.ts'

export type Going = {
  signal: AbortSignal
  show: (done: number, total: number) => void
}
type CallContext = Going & { dryRun: boolean; key: string }

type Kind<Draft, Row, Outcome> = {
  idOf: (row: Row) => string
  /** Whether a row is still open. */
  isOpen: (row: Row, outcome: Outcome | undefined, draft: Draft) => boolean
  /** Runs some rows, or predicts their outcomes in a dry run. */
  call: (rows: readonly Row[], job: Job<Draft, Row, Outcome>, context: CallContext) => Promise<readonly (readonly [id: string, Outcome])[]>
  /** Rows per call. */
  size: number
  /** Rows per dry call; all by default. */
  drySize?: number
  /** Whether progress counts the rows open at the start instead of all. */
  countsOpen?: boolean
  /** The outcome of rows without a response, if they get one. */
  unknown?: Outcome
}

const slices = <Row>(rows: readonly Row[], size: number): (readonly Row[])[] =>
  rows.flatMap((_, at) => (at % size === 0 ? [rows.slice(at, at + size)] : []))

/**
 * Checks rows as written, then runs them in chunks. A call without a response stops the job; resuming sends the same rows with the same key
 * first, so that nothing is done twice.
 */
export function createJob<Draft, Row, Outcome>(states: JobStates<Draft, Row, Outcome>, kind: Kind<Draft, Row, Outcome>) {
  type State = Job<Draft, Row, Outcome>
  const { idOf, isOpen, call, size, drySize = Infinity, countsOpen = false, unknown } = kind
  const openRows = ({ rows, outcomes, draft }: State): Row[] => rows.filter((row) => isOpen(row, outcomes.get(idOf(row)), draft))

  const goFrom = (from: State) => {
    const { put, signal } = states.begin()
    let state = from
    const go = (change: Partial<State>) => {
      state = { ...state, ...change }
      put(state)
    }
    const show = (done: number, total: number) => go({ progress: { done, total } })
    const ask = async ({ rows, key }: Chunk<Row>, dryRun: boolean) => {
      const answers = await call(rows, state, { dryRun, key, signal, show })
      return new Map([...state.outcomes, ...answers])
    }
    go({})
    return { go, show, ask, signal, now: () => state }
  }

  async function run(from: State, onEnd: () => void, again: readonly Row[] = openRows(from)): Promise<void> {
    if (from.step === 'running') return
    const { error: _, ...before } = from
    const first = from.open ? [from.open] : []
    const rest = again.filter((row) => !first.some(({ rows }) => rows.some((each) => idOf(each) === idOf(row))))
    const chunks = [...first, ...slices(rest, size).map((rows) => ({ rows, key: newKey() }))]
    const total = countsOpen ? openRows(from).length : from.rows.length
    const done = (state: State) => ({ done: total - openRows(state).length, total })
    const { go, ask, signal, now } = goFrom({ ...before, step: 'running', progress: done(from) })
    const work = async () => {
      for (const chunk of chunks) {
        // Another person may have signed in meanwhile; nothing more is done.
        if (signal.aborted) return
        go({ open: chunk })
        const outcomes = await ask(chunk, false).catch((error: unknown) => {
          // An earlier job's call arrived: its rows are found as they are.
          if (error instanceof EarlierArrived && !signal.aborted) return ask(chunk, false)
          throw error
        })
        go({ open: undefined, outcomes, progress: done({ ...now(), outcomes }) })
      }
    }
    try {
      await whileWorking(work)
      go({ step: 'done' })
    } catch (error) {
      const { open, outcomes } = now()
      const silent = isSilence(error) ? open : undefined
      const notKnown = unknown === undefined ? [] : (silent?.rows.map((row) => [idOf(row), unknown] as const) ?? [])
      go({ step: 'stopped', error, open: silent, outcomes: new Map([...outcomes, ...notKnown]) })
    } finally {
      onEnd()
    }
  }

  return {
    ...states,
    openRows,
    /** Writing discards the check. */
    write: (draft: Draft): void => states.write(draftOf(draft)),
    /** Makes rows of the draft and dry-runs them. */
    check: async (draft: Draft, rowsOf: (going: Going) => readonly Row[] | Promise<readonly Row[]>): Promise<void> => {
      const { go, show, ask, signal, now } = goFrom({ ...draftOf<Draft, Row, Outcome>(draft), step: 'checking' })
      try {
        go({ rows: await rowsOf({ signal, show }) })
        for (const rows of slices(openRows(now()), drySize)) {
          const outcomes = await ask({ rows, key: newKey() }, true)
          const { done = 0, total = 0 } = now().progress ?? {}
          go({ outcomes, ...(total > 0 && { progress: { done: Math.min(done + drySize, total), total } }) })
        }
        go({ step: 'checked' })
      } catch (error) {
        go({ ...draftOf(draft), error })
      }
    },
    /** Runs the open or the given rows; calls `onEnd` whenever something may have been done. */
    run,
  }
}

/** Warns before leaving while work runs. */
async function whileWorking<Output>(work: () => Promise<Output>): Promise<Output> {
  // A function of its own, so that other work's end does not remove it.
  const warn = (event: BeforeUnloadEvent) => event.preventDefault()
  window.addEventListener('beforeunload', warn)
  try {
    return await work()
  } finally {
    window.removeEventListener('beforeunload', warn)
  }
}
