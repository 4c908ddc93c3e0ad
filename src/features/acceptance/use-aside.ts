import { useRef, useState } from 'react'
import type { Problem } from '../../../domain/problem.ts'
import { isOfSession, isProblem, NetworkError } from '../../api/problem-error.ts'
import { newKey } from '../../api/request.ts'
import { useWords } from '../../i18n/use-words.ts'

/**
 * Sends one thing at a time and keeps its key while the same thing is tried again after silence. A refusal that ends the invitation goes to
 * `onBarred`, since the page has nothing to answer any more; any other is a sentence to show.
 */
export function useAside<Input, Output>(
  send: (input: Input, idempotencyKey: string) => Promise<Output>,
  onBarred: (problem: Problem) => void,
) {
  const { t } = useWords()
  const [isSending, setSending] = useState(false)
  const [done, setDone] = useState<Output>()
  const [complaint, setComplaint] = useState<string>()
  const intention = useRef<{ of: string; key: string }>(undefined)

  const submit = async (input: Input) => {
    if (isSending) return
    setSending(true)
    setComplaint(undefined)
    const of = JSON.stringify(input)
    if (intention.current?.of !== of) intention.current = { of, key: newKey() }
    try {
      setDone(await send(input, intention.current.key))
    } catch (error) {
      if (error instanceof NetworkError) return setComplaint(t('acceptance.aside.silence'))
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
