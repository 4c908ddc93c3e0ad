/** What is done while the demo starts, in this order; `waiting` only where another tab has the database open. */
export type StartStep = 'waiting' | 'program' | 'database' | 'data' | 'portal'

/** What a person should know of a demo that runs. */
export type StoreNotice =
  /** The browser keeps nothing for this page: what is done ends with the last tab. */
  | 'memory'
  /** The browser keeps no more: what is done from now on ends with the last tab. */
  | 'full'
  /** What was kept could not be opened, so the demo's first state is there again. */
  | 'anew'

/** `failed` says what could not be had: the files of the program, or a database. */
export type StartState = { at: StartStep } | { ready: readonly StoreNotice[] } | { failed: 'program' | 'database'; why: string }

/** The files that the API in the page is made of did not come. */
export class ProgramMissing extends Error {}
