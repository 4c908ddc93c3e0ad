import { useRef, useState } from 'react'
import type { Problem } from '../../../domain/problem.ts'
import { complaintsIn, EarlierArrived, isOfSession, isProblem, isSilence } from '../../api/problem-error.ts'
import { type SilenceOptions, newKey } from '../../api/request.ts'

type Complaints<Pointer extends string> = Partial<Record<Pointer, string>>

/**
 * What a write came to. `earlier`: it was not sent, since another one before it had arrived after all; `unknown`: no answer came, and none
 * was found; `not_arrived`: there is no answer to be found; `nobody`: it was refused for who asks, which a page of its own says.
 */
export type Outcome<Output, Pointer extends string = string> =
  | { is: 'done'; output: Output }
  | { is: 'earlier'; output: Output }
  | { is: 'unknown'; error: unknown }
  | { is: 'not_arrived' | 'nobody' }
  /** `complaints`: what it says of the inputs that it is about. */
  | { is: 'refused'; problem: Problem; complaints: Complaints<Pointer> | undefined }

/** Where a write is. `checking`: no answer came, and what became of it is being asked. */
export type Intention<Input, Output, Pointer extends string = string> =
  | { is: 'begun' }
  | ({ input: Input } & ({ is: 'sending' | 'checking' } | Outcome<Output, Pointer>))

/** Nothing is under way, and nothing has come of it. */
export const isRead = ({ is }: Pick<Intention<unknown, unknown>, 'is'>): boolean =>
  is === 'begun' || is === 'not_arrived' || is === 'nobody'

/** It is done, or has been before. */
export const isAnswered = <Output>(state: Intention<unknown, Output>): state is Extract<Intention<unknown, Output>, { output: Output }> =>
  state.is === 'done' || state.is === 'earlier'

/** Does a write; `Asking` is for its call, where the reader is told of silence. */
type Act<Input, Output> = (input: Input, idempotencyKey: string, options: SilenceOptions) => Promise<Output>

/**
 * What a person wants done: sent once, a second press while one is under way does nothing, and after silence it is asked what became of it,
 * never done again unless the person says so. What the server says of the inputs at `pointers` (`/days`) is for the form to show at their
 * fields, until it is tried again or the field is changed.
 */
export function useIntention<Input, Output, Pointer extends string = never>(
  act: Act<Input, Output>, pointers: readonly Pointer[] = [],
) {
  const [state, setState] = useState<Intention<Input, Output, Pointer>>({ is: 'begun' })
  const [complaints, setComplaints] = useState<Complaints<Pointer>>({})
  const isBusy = useRef(false)

  const go = async (input: Input, recalls: boolean): Promise<Outcome<Output, Pointer> | undefined> => {
    if (isBusy.current) return undefined
    isBusy.current = true
    setComplaints({})
    setState({ is: recalls ? 'checking' : 'sending', input })
    try {
      const options = recalls ? { recalls } : { onSilence: () => setState({ is: 'checking', input }) }
      const outcome = await outcomeOf(act(input, newKey(), options), pointers)
      setState({ ...outcome, input })
      if (outcome.is === 'refused' && outcome.complaints) setComplaints(outcome.complaints)
      return outcome
    } catch (error) {
      setState({ is: 'begun' })
      throw error
    } finally {
      isBusy.current = false
    }
  }
  return {
    state,
    isRunning: state.is === 'sending' || state.is === 'checking',
    run: (input: Input) => go(input, false),
    /** Asks once more what became of it; does nothing. */
    checkAgain: (input: Input) => go(input, true),
    complaints,
    /** Something of the page's own is to be said at a field. */
    complain: (pointer: Pointer, sentence: string) => setComplaints((before) => ({ ...before, [pointer]: sentence })),
    /** The field at the pointer was changed. */
    mended: (pointer: Pointer) => setComplaints(({ [pointer]: _, ...others }) => others as Complaints<Pointer>),
  }
}

async function outcomeOf<Output, Pointer extends string>(
  call: Promise<Output>, pointers: readonly Pointer[],
): Promise<Outcome<Output, Pointer>> {
  try {
    return { is: 'done', output: await call }
  } catch (error) {
    if (error instanceof EarlierArrived) return { is: 'earlier', output: error.answer as Output }
    if (isSilence(error)) return { is: 'unknown', error }
    if (isProblem(error, 'idempotency.not_recorded')) return { is: 'not_arrived' }
    if (isOfSession(error)) return { is: 'nobody' }
    if (isProblem(error)) return { is: 'refused', problem: error.problem, complaints: complaintsIn(pointers, error.problem) }
    throw error
  }
}
