import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { EarlierArrived, isOfSession, isSilence, ProblemError } from '../api/problem-error.ts'
import { newKey } from '../api/request.ts'
import { useWords } from '../i18n/use-words.ts'
import { showToast } from './toast.ts'

/**
 * One action on rows of a noun: runs once at a time and fetches what is shown anew, whatever came of it. Gives the answer, or undefined
 * after saying what went wrong.
 */
export function useAction<Input, Output>(noun: string, act: (input: Input, idempotencyKey: string) => Promise<Output>) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [isRunning, setRunning] = useState(false)

  const run = async (input: Input): Promise<Output | undefined> => {
    if (isRunning) return undefined
    setRunning(true)
    try {
      return await act(input, newKey())
    } catch (error) {
      if (error instanceof EarlierArrived) showToast(t('ui.act.earlier'), 'caution')
      else if (isSilence(error)) showToast(t('ui.act.unknown'), 'caution')
      else if (!(error instanceof ProblemError)) throw error
      // A page of its own says so.
      else if (!isOfSession(error))
        showToast(error.problem.status === 412 ? t('ui.act.stale') : error.problem.detail || t('ui.error.text'), 'danger')
      return undefined
    } finally {
      setRunning(false)
      void queries.invalidateQueries({ queryKey: [noun] })
    }
  }
  return { run, isRunning }
}
