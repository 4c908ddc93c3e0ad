import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { isOfSession, NetworkError, ProblemError } from '../api/problem-error.ts'
import { newKey } from '../api/request.ts'
import { useWords } from '../i18n/use-words.ts'
import { showToast } from './toast.ts'

/**
 * One action on rows of a noun: runs once at a time, keeps its Idempotency-Key while the same thing is tried again after silence, and
 * fetches what is shown anew, whatever came of it. Gives the answer, or undefined after saying what went wrong.
 */
export function useAction<Input, Output>(noun: string, act: (input: Input, idempotencyKey: string) => Promise<Output>) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [isRunning, setRunning] = useState(false)
  const intention = useRef<{ of: string; key: string }>(undefined)

  const run = async (input: Input): Promise<Output | undefined> => {
    if (isRunning) return undefined
    setRunning(true)
    const of = JSON.stringify(input)
    if (intention.current?.of !== of) intention.current = { of, key: newKey() }
    try {
      const output = await act(input, intention.current.key)
      intention.current = undefined
      return output
    } catch (error) {
      if (error instanceof NetworkError) {
        showToast(t('ui.act.unknown'), 'caution')
        return undefined
      }
      if (!(error instanceof ProblemError)) throw error
      // After an error of the server's own nobody knows whether it was done: the same thing again keeps its key.
      if (error.problem.status < 500) intention.current = undefined
      if (isOfSession(error)) return undefined
      showToast(error.problem.status === 412 ? t('ui.act.stale') : error.problem.detail || t('ui.error.text'), 'danger')
      return undefined
    } finally {
      setRunning(false)
      void queries.invalidateQueries({ queryKey: [noun] })
    }
  }
  return { run, isRunning }
}
