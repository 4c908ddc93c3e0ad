import { useRef, useState } from 'react'
import type { Problem } from '../../../domain/problem.ts'
import { complaintsIn, EarlierArrived, isOfSession, isProblem, isSilence } from '../../api/problem-error.ts'
import { type SilenceOptions, newKey } from '../../api/request.ts'

type Complaints<Pointer extends string> = Partial<Record<Pointer, string>>

/**
 * A write's outcome. `earlier`: not sent, since an earlier write had arrived; `unknown`: neither a response nor a record; `not_arrived`: no
 * record can exist; `nobody`: the session is refused, which a page of its own shows.
 */
export type Outcome<Output, Pointer extends string = string> =
  | { is: 'done'; output: Output }
  | { is: 'earlier'; output: Output }
  | { is: 'unknown'; error: unknown }
  | { is: 'not_arrived' | 'nobody' }
  /** `complaints` are about inputs. */
  | { is: 'refused'; problem: Problem; complaints: Complaints<Pointer> | undefined }

/** A write's state. `checking`: no response came, and the browser asks for the outcome. */
export type Intention<Input, Output, Pointer extends string = string> =
  | { is: 'begun' }
  | ({ input: Input } & ({ is: 'sending' | 'checking' } | Outcome<Output, Pointer>))

export const isRead = ({ is }: Pick<Intention<unknown, unknown>, 'is'>): boolean =>
  is === 'begun' || is === 'not_arrived' || is === 'nobody'

export const isAnswered = <Output>(state: Intention<unknown, Output>): state is Extract<Intention<unknown, Output>, { output: Output }> =>
  state.is === 'done' || state.is === 'earlier'

/** Performs a write with its call's options for silence. */
type Act<Input, Output> = (input: Input, idempotencyKey: string, options: SilenceOptions) => Promise<Output>

/**
 * A person's write: sent once, ignores presses while it runs, and after silence asks for its outcome instead of repeating it. Complaints
 * about `pointers` (`/days`) are shown at the fields until the next try or change.
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
    /** Asks for the outcome again. */
    checkAgain: (input: Input) => go(input, true),
    complaints,
    /** Shows a complaint of the page itself at a field. */
    complain: (pointer: Pointer, sentence: string) => setComplaints((before) => ({ ...before, [pointer]: sentence })),
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
