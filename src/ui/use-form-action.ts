import { useState } from 'react'
import { complaintsAt } from '../api/problem-error.ts'
import { useAction } from './use-action.ts'

type Complaints<Pointer extends string> = Partial<Record<Pointer, string>>

/**
 * An action on what a form holds. What the server says of the inputs at `pointers` (`/days`) is for the form to show at their fields, until
 * it is tried again or the field is changed; everything else is said as `useAction` says it.
 */
export function useFormAction<Pointer extends string, Input, Output>(
  noun: string, pointers: readonly Pointer[], act: (input: Input, idempotencyKey: string) => Promise<Output>,
) {
  const [complaints, setComplaints] = useState<Complaints<Pointer>>({})
  const action = useAction(noun, (input: Input, key) =>
    act(input, key).then((done) => ({ done }), (error: unknown) => ({ complaints: complaintsAt(pointers, error) })),
  )
  const run = async (input: Input): Promise<Output | undefined> => {
    setComplaints({})
    const answer = await action.run(input)
    if (answer && 'complaints' in answer) setComplaints(answer.complaints)
    return answer && 'done' in answer ? answer.done : undefined
  }
  /** The field at the pointer was changed. */
  const mended = (pointer: Pointer) => setComplaints(({ [pointer]: _, ...others }) => others as Complaints<Pointer>)
  return { run, isRunning: action.isRunning, complaints, mended }
}
