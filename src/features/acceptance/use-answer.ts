import { useRef, useState } from 'react'
import { EarlierArrived, isOfSession, isProblem, isSilence, ProblemError } from '../../api/problem-error.ts'
import type { Receipt } from '../../../domain/invitations/schemas.ts'
import { type Answer, recallAnswer, sendAnswer } from './acceptance-requests.ts'
import type { AnswerState } from './answer-state.ts'

/**
 * Gives the answer once: a second press while one is under way does nothing, and after silence it is asked what became of it; nothing is
 * sent again unless the reader says so.
 */
export function useAnswer(token: string) {
  const [state, setState] = useState<AnswerState>({ step: 'reading' })
  const busy = useRef(false)

  const run = async (answer: Answer, work: () => Promise<Receipt>) => {
    if (busy.current) return
    busy.current = true
    try {
      setState({ step: 'answered', receiptId: (await work()).id })
    } catch (error) {
      setState(afterError(answer, error))
    } finally {
      busy.current = false
    }
  }

  return {
    state,
    give: (answer: Answer) =>
      run(answer, () => {
        setState({ step: 'sending', answer })
        return sendAnswer(token, answer, () => setState({ step: 'checking', answer }))
      }),
    checkAgain: (answer: Answer) =>
      run(answer, () => {
        setState({ step: 'checking', answer })
        return recallAnswer(token, answer)
      }),
  }
}

function afterError(answer: Answer, error: unknown): AnswerState {
  if (error instanceof EarlierArrived) return { step: 'answered', receiptId: (error.answer as Receipt).id }
  if (isSilence(error)) return { step: 'unknown', answer }
  if (isProblem(error, 'idempotency.not_recorded')) return { step: 'reading', note: 'not_arrived' }
  if (isOfSession(error)) return { step: 'reading' }
  if (error instanceof ProblemError) return { step: 'refused', problem: error.problem }
  throw error
}
