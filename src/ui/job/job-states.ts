import { useSyncExternalStore } from 'react'
import { keepWork, keptWork, onWorkForgotten, personNow } from '../../api/tabs/kept-work.ts'
import { createListeners } from '../listeners.ts'

export type Step = 'draft' | 'checking' | 'checked' | 'running' | 'stopped' | 'done'

/** One call's rows and its idempotency key. */
export type Chunk<Row> = { rows: readonly Row[]; key: string }

/** Work on rows, from its draft to the outcomes. */
export type Job<Draft, Row, Outcome> = {
  step: Step
  draft: Draft
  rows: readonly Row[]
  /** By row id; rows without an outcome wait. */
  outcomes: ReadonlyMap<string, Outcome>
  /** The progress of a check or run, where counted. */
  progress?: { done: number; total: number }
  /** Why the check failed or the run stopped; absent after leaving or reloading the page. */
  error?: unknown
  /** The call that is running or had no response. */
  open?: Chunk<Row> | undefined
}

export const draftOf = <Draft, Row, Outcome>(draft: Draft): Job<Draft, Row, Outcome> => ({
  step: 'draft', draft, rows: [], outcomes: new Map(),
})

/** Tells whether something may have been done. */
export const hasBegun = ({ step }: { step: Step }): boolean => step === 'running' || step === 'stopped' || step === 'done'

/** One run of a job, valid until another begins, the job is rewritten or discarded, or its person is gone. */
export type Run<State> = {
  /** Aborted when the run is no longer valid. */
  signal: AbortSignal
  /** Shows the state while the run is valid. */
  put: (state: State) => void
}

/** How the tab keeps a job over a reload. */
type Keeping<State, Kept> = { name: string; of: (state: State) => Kept; from: (kept: Kept) => State }

export type JobStates<Draft, Row, Outcome> = ReturnType<typeof createJobStates<Draft, Row, Outcome, unknown>>

/** Jobs of one kind, one per person: they survive their page and end with the person's work in this tab. */
export function createJobStates<Draft, Row, Outcome, Kept = never>(keeping?: Keeping<Job<Draft, Row, Outcome>, Kept>) {
  type State = Job<Draft, Row, Outcome>
  const states = new Map<string, State>()
  const runs = new Map<string, AbortController>()
  const { tell, subscribe } = createListeners()

  const keep = (person: string, state: State | undefined) => {
    if (!keeping) return
    // Without room to keep the outcomes, a finished job is dropped, so that it is not resumed.
    if (state?.step === 'done') keepWork(keeping.name, person, undefined)
    keepWork(keeping.name, person, state && keeping.of(state))
  }
  const show = (person: string, state: State | undefined) => {
    if (state) states.set(person, state)
    else states.delete(person)
    keep(person, state)
    tell()
  }
  const stop = (person: string) => {
    runs.get(person)?.abort()
    runs.delete(person)
  }
  const forget = (person: string) => {
    stop(person)
    show(person, undefined)
  }
  /** A person's initial job is stable until something is done. */
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
    /** The person's job from any page; another person finds none. */
    useJob: (person: string, fresh: () => Draft): State => useSyncExternalStore(subscribe, () => stateOf(person, fresh)),
    /** The signed-in person's job, undefined before anything was done. */
    now: (): State | undefined => states.get(personNow()),
    /** Replaces the signed-in person's job and invalidates its run. */
    write: (state: State): void => {
      stop(personNow())
      show(personNow(), state)
    },
    reset: (): void => forget(personNow()),
    /** Starts a run and invalidates the former one. */
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
