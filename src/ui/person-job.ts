import { useSyncExternalStore } from 'react'
import { onWorkForgotten, personNow } from '../api/kept-work.ts'

/** One go at a job. It counts until another is begun, the job is written or given up, or its person is not there any more. */
export type Run<State> = {
  /** Aborted when it does not count any more. */
  signal: AbortSignal
  /** Shows how far it is; nothing when it does not count any more. */
  put: (state: State) => void
}

/**
 * Jobs of one kind, one a person: they outlive the page that they are shown on, and end with their person's work in this tab. `keep` is
 * told what is shown, for a page that is loaded again.
 */
export function createPersonJob<State extends object>(keep?: (person: string, state: State | undefined) => void) {
  const states = new Map<string, State>()
  const runs = new Map<string, AbortController>()
  const listeners = new Set<() => void>()

  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const show = (person: string, state: State | undefined) => {
    if (state) states.set(person, state)
    else states.delete(person)
    keep?.(person, state)
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
  const stateOf = (person: string, begin: () => State): State => {
    const state = states.get(person) ?? begin()
    states.set(person, state)
    return state
  }

  onWorkForgotten((isTheirs) => {
    for (const person of new Set([...states.keys(), ...runs.keys()])) if (isTheirs(person)) forget(person)
  })

  return {
    /** The person's job; `begin` says what there is before anything was done. */
    useJob: (person: string, begin: () => State): State => useSyncExternalStore(subscribe, () => stateOf(person, begin)),
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

/** Asks before the page is left as long as the work goes on. */
export async function whileWorking<Output>(work: () => Promise<Output>): Promise<Output> {
  // One of its own, so that the end of another piece of work does not take it away.
  const warn = (event: BeforeUnloadEvent) => event.preventDefault()
  window.addEventListener('beforeunload', warn)
  try {
    return await work()
  } finally {
    window.removeEventListener('beforeunload', warn)
  }
}
