import { useState } from 'react'
import type { Problem } from '../../../domain/problem.ts'
import { EarlierArrived, isOfSession, isProblem, isSilence } from '../../api/problem-error.ts'
import { newKey } from '../../api/request.ts'
import { useWords } from '../../i18n/use-words.ts'

/**
 * Sends one thing at a time. What was sent before and turns out to have arrived is shown as done in place of what was written since. A
 * refusal that ends the invitation goes to `onBarred`, since the page has nothing to answer any more; any other is a sentence to show.
 */
export function useAside<Input, Output>(
  send: (input: Input, idempotencyKey: string) => Promise<Output>,
  onBarred: (problem: Problem) => void,
) {
  const { t } = useWords()
  const [isSending, setSending] = useState(false)
  const [done, setDone] = useState<Output>()
  const [complaint, setComplaint] = useState<string>()

  const submit = async (input: Input) => {
    if (isSending) return
    setSending(true)
    setComplaint(undefined)
    try {
      setDone(await send(input, newKey()))
    } catch (error) {
      if (error instanceof EarlierArrived) return setDone(error.answer as Output)
      if (isSilence(error)) return setComplaint(t('acceptance.aside.silence'))
      if (isOfSession(error)) return
      if (!isProblem(error)) throw error
      const { problem } = error
      if (problem.status === 409 || problem.status === 404) onBarred(problem)
      else setComplaint(problem.errors?.at(0)?.detail ?? problem.detail)
    } finally {
      setSending(false)
    }
  }
  return { submit, isSending, done, complaint }
}
