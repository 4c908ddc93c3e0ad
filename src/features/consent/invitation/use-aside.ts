import { useState } from 'react'
import type { Problem } from '../../../../domain/problem.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useIntention } from '../../../ui/actions/use-intention.ts'

/**
 * Sends one thing at a time. An earlier send that turns out to have arrived is shown as done. A refusal that ends the invitation goes to
 * `onBarred`; others show at their field of `inputs`, else at the first. Calls `onArrived` even after the reader has gone back.
 */
export function useAside<Pointer extends string, Input, Output>(
  inputs: readonly [Pointer, ...Pointer[]],
  send: (input: Input, idempotencyKey: string) => Promise<Output>,
  onBarred: (problem: Problem) => void,
  onArrived: () => void,
) {
  const { t } = useWords()
  const { run, isRunning, complaints, complain, mended } = useIntention((input: Input, key) => send(input, key), inputs)
  const [done, setDone] = useState<Output>()
  const submit = async (input: Input) => {
    const came = await run(input)
    if (came?.is === 'done' || came?.is === 'earlier') {
      setDone(came.output)
      onArrived()
    } else if (came?.is === 'unknown') complain(inputs[0], t('acceptance.aside.silence'))
    else if (came?.is === 'refused' && [404, 409].includes(came.problem.status)) onBarred(came.problem)
    else if (came?.is === 'refused' && !came.complaints) complain(inputs[0], came.problem.detail)
  }
  return { submit, isSending: isRunning, done, complaints, mended }
}
