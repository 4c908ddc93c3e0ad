import { createContext } from 'react'

export type AroundForm = {
  /** Registers a field's error; returns its undo. */
  report: (errorId: string) => () => void
  /** Runs a button's work, then moves to the errors. */
  attempt: (work: () => unknown) => Promise<void>
}

export const FormAround = createContext<AroundForm | undefined>(undefined)
