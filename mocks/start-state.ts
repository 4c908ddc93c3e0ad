/** The steps of the demo's start, in order; `waiting` only where another tab has the database open. */
export type StartStep = 'waiting' | 'program' | 'database' | 'data' | 'portal'

/** Notices about a running demo. */
export type StoreNotice =
  /** The browser keeps nothing for this page: changes end with the last tab. */
  | 'memory'
  /** The browser keeps no more: further changes end with the last tab. */
  | 'full'
  /** The kept data did not open, so the demo started anew. */
  | 'anew'

/** `failed` names what is missing: the program's files or a database. */
export type StartState = { at: StartStep } | { ready: readonly StoreNotice[] } | { failed: 'program' | 'database'; why: string }

/** The files of the API in the page did not arrive. */
export class ProgramMissing extends Error {}
