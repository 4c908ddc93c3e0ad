import { useState } from 'react'
import type { Problem } from '../../../domain/problem.ts'
import { complaintsAt, EarlierArrived, isOfSession, isProblem, isSilence } from '../../api/problem-error.ts'
import { newKey } from '../../api/request.ts'
import { useWords } from '../../i18n/use-words.ts'

/**
 * Sends one thing at a time. What was sent before and turns out to have arrived is shown as done in place of what was written since. A
 * refusal that ends the invitation goes to `onBarred`, since the page has nothing to answer any more; any other is a sentence to show: at
 * the field of `inputs` that it is about, otherwise at the first. `onArrived` is told also after the reader has gone back.
 */
export function useAside<Pointer extends string, Input, Output>(
  inputs: readonly [Pointer, ...Pointer[]],
  send: (input: Input, idempotencyKey: string) => Promise<Output>,
  onBarred: (problem: Problem) => void,
  onArrived: () => void,
) {
  const { t } = useWords()
  const [isSending, setSending] = useState(false)
  const [done, setDone] = useState<Output>()
  const [complaints, setComplaints] = useState<Partial<Record<Pointer, string>>>({})
  const complain = (sentence: string) => setComplaints({ [inputs[0]]: sentence } as Partial<Record<Pointer, string>>)

  const arrived = (output: Output) => {
    setDone(output)
    onArrived()
  }

  const submit = async (input: Input) => {
    if (isSending) return
    setSending(true)
    setComplaints({})
    try {
      arrived(await send(input, newKey()))
    } catch (error) {
      if (error instanceof EarlierArrived) return arrived(error.answer as Output)
      if (isSilence(error)) return complain(t('acceptance.aside.silence'))
      if (isOfSession(error)) return
      if (!isProblem(error)) throw error
      const { problem } = error
      if (problem.status === 409 || problem.status === 404) return onBarred(problem)
      try {
        setComplaints(complaintsAt(inputs, error))
      } catch {
        complain(problem.detail)
      }
    } finally {
      setSending(false)
    }
  }
  const mended = (pointer: Pointer) => setComplaints(({ [pointer]: _, ...others }) => others as Partial<Record<Pointer, string>>)
  return { submit, isSending, done, complaints, mended }
}
