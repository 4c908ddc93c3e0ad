import { createContext } from 'react'

export type AroundForm = {
  /** A field shows that something is wrong with it; gives the way to take it back. */
  report: (errorId: string) => () => void
  /** Does what a button of the form does, and then shows the way to what is wrong. */
  attempt: (work: () => unknown) => Promise<void>
}

/** The form that a field or button stands in. */
export const FormAround = createContext<AroundForm | undefined>(undefined)
