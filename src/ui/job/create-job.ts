import { EarlierArrived, isSilence } from '../../api/problem-error.ts'
import { newKey } from '../../api/request.ts'
import { type Chunk, draftOf, type Job, type JobStates } from './job-states.ts'

export type Going = {
  signal: AbortSignal
  /** Says how far it is. */
  show: (done: number, total: number) => void
}
type CallContext = Going & { dryRun: boolean; key: string }

type Kind<Draft, Row, Outcome> = {
  idOf: (row: Row) => string
  /** Whether a row is still to be done, with what is known of it by now. */
  isOpen: (row: Row, outcome: Outcome | undefined, draft: Draft) => boolean
  /** Does some of the rows, or, dry, says what doing them would come to. */
  call: (rows: readonly Row[], job: Job<Draft, Row, Outcome>, context: CallContext) => Promise<readonly (readonly [id: string, Outcome])[]>
  /** So many rows go in one call. */
  size: number
  /** So many in a dry one, if not all. */
  drySize?: number
  /** Whether a run counts the rows that were open when it began, and not all there are. */
  countsOpen?: boolean
  /** What is said of a row that no answer came for, where that is said of each. */
  unknown?: Outcome
}

const slices = <Row>(rows: readonly Row[], size: number): (readonly Row[])[] =>
  rows.flatMap((_, at) => (at % size === 0 ? [rows.slice(at, at + size)] : []))

/**
 * What is done to rows: checked as they are written, then done some at a time. A call without an answer stops the job, and going on sends
 * the same rows with the same key first, so that nothing is done twice.
 */
export function createJob<Draft, Row, Outcome>(states: JobStates<Draft, Row, Outcome>, kind: Kind<Draft, Row, Outcome>) {
  type State = Job<Draft, Row, Outcome>
  const { idOf, isOpen, call, size, drySize = Infinity, countsOpen = false, unknown } = kind
  const openRows = ({ rows, outcomes, draft }: State): Row[] => rows.filter((row) => isOpen(row, outcomes.get(idOf(row)), draft))

  /** A run on its way from this state on. */
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
        // Somebody else may have signed in while it ran: nothing more is done in their name.
        if (signal.aborted) return
        go({ open: chunk })
        const outcomes = await ask(chunk, false).catch((error: unknown) => {
          // What an earlier job did is done: its rows are found as they are.
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
    /** What is written anew is checked anew. */
    write: (draft: Draft): void => states.write(draftOf(draft)),
    /** Makes rows of the draft and asks what doing them would come to; nothing is done yet. */
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
    /** Does the rows that are open, or those that it is told; `onEnd` is called whenever something may have been done. */
    run,
  }
}

/** Asks before the page is left as long as the work goes on. */
async function whileWorking<Output>(work: () => Promise<Output>): Promise<Output> {
  // One of its own, so that the end of another piece of work does not take it away.
  const warn = (event: BeforeUnloadEvent) => event.preventDefault()
  window.addEventListener('beforeunload', warn)
  try {
    return await work()
  } finally {
    window.removeEventListener('beforeunload', warn)
  }
}
