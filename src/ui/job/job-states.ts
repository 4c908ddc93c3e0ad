import { useSyncExternalStore } from 'react'
import { keepWork, keptWork, onWorkForgotten, personNow } from '../../api/tabs/kept-work.ts'

export type Step = 'draft' | 'checking' | 'checked' | 'running' | 'stopped' | 'done'

/** Rows of one call, and the key that makes it one however often it is sent. */
export type Chunk<Row> = { rows: readonly Row[]; key: string }

/** Work on rows, from its draft to what became of each. */
export type Job<Draft, Row, Outcome> = {
  step: Step
  draft: Draft
  rows: readonly Row[]
  /** By the row's id; a row without one waits. */
  outcomes: ReadonlyMap<string, Outcome>
  /** How far the check or the run is, where that is counted. */
  progress?: { done: number; total: number }
  /** Why it was not checked, or stopped; absent where it stopped because the page was left or loaded again. */
  error?: unknown
  /** The call that is under way, or was not answered. */
  open?: Chunk<Row> | undefined
}

export const draftOf = <Draft, Row, Outcome>(draft: Draft): Job<Draft, Row, Outcome> => ({
  step: 'draft', draft, rows: [], outcomes: new Map(),
})

/** Whether something may have been done to its rows. */
export const hasBegun = ({ step }: { step: Step }): boolean => step === 'running' || step === 'stopped' || step === 'done'

/** One go at a job. It counts until another is begun, the job is written or given up, or its person is not there any more. */
export type Run<State> = {
  /** Aborted when it does not count any more. */
  signal: AbortSignal
  /** Shows how far it is; nothing when it does not count any more. */
  put: (state: State) => void
}

/** How the tab keeps a job, for a page that is loaded again. */
type Keeping<State, Kept> = { name: string; of: (state: State) => Kept; from: (kept: Kept) => State }

export type JobStates<Draft, Row, Outcome> = ReturnType<typeof createJobStates<Draft, Row, Outcome, unknown>>

/** Jobs of one kind, one a person: they outlive the page that they are shown on, and end with their person's work in this tab. */
export function createJobStates<Draft, Row, Outcome, Kept = never>(keeping?: Keeping<Job<Draft, Row, Outcome>, Kept>) {
  type State = Job<Draft, Row, Outcome>
  const states = new Map<string, State>()
  const runs = new Map<string, AbortController>()
  const listeners = new Set<() => void>()

  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const keep = (person: string, state: State | undefined) => {
    if (!keeping) return
    // Where there is no room for what came of it, nothing is kept: what has ended is not taken up again.
    if (state?.step === 'done') keepWork(keeping.name, person, undefined)
    keepWork(keeping.name, person, state && keeping.of(state))
  }
  const show = (person: string, state: State | undefined) => {
    if (state) states.set(person, state)
    else states.delete(person)
    keep(person, state)
    for (const listener of listeners) listener()
  }
  const stop = (person: string) => {
    runs.get(person)?.abort()
    runs.delete(person)
  }
  const forget = (person: string) => {
    stop(person)
    show(person, undefined)
  }
  /** What a person begins with stays the same until something is done. */
  const stateOf = (person: string, fresh: () => Draft): State => {
    const kept = states.has(person) || !keeping ? undefined : keptWork<Kept>(keeping.name, person)
    const state = states.get(person) ?? (keeping && kept ? keeping.from(kept) : draftOf(fresh()))
    states.set(person, state)
    return state
  }

  onWorkForgotten((isTheirs) => {
    for (const person of new Set([...states.keys(), ...runs.keys()])) if (isTheirs(person)) forget(person)
  })

  return {
    /** The person's job, whatever page it was begun on; another person who signs in finds none. */
    useJob: (person: string, fresh: () => Draft): State => useSyncExternalStore(subscribe, () => stateOf(person, fresh)),
    /** The job of whoever is signed in, undefined before anything was done. */
    now: (): State | undefined => states.get(personNow()),
    /** Writes the job of whoever is signed in; what was under way does not count any more. */
    write: (state: State): void => {
      stop(personNow())
      show(personNow(), state)
    },
    /** Gives it up. */
    reset: (): void => forget(personNow()),
    /** Begins a run in place of the one before. */
    begin: (): Run<State> => {
      const person = personNow()
      stop(person)
      const own = new AbortController()
      runs.set(person, own)
      return {
        signal: own.signal,
        put: (state) => {
          if (runs.get(person) === own) show(person, state)
        },
      }
    },
  }
}
