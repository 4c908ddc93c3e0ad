import { useRef, useState } from 'react'
import { isOfSession, isProblem, NetworkError, ProblemError } from '../../api/problem-error.ts'
import { newKey } from '../../api/request.ts'
import { type Answer, recallAnswer, sendAnswer } from './acceptance-requests.ts'
import { type AnswerState, isOutcomeUnknown } from './answer-state.ts'

const isSilence = (error: unknown): boolean =>
  error instanceof NetworkError || (error instanceof ProblemError && isOutcomeUnknown(error.problem))

/**
 * Gives the answer once: a second press while one is under way does nothing, each intention keeps one Idempotency-Key over every retry,
 * and after silence it is asked what became of it; nothing is sent again unless the reader says so.
 */
export function useAnswer(token: string) {
  const [state, setState] = useState<AnswerState>({ step: 'reading' })
  const busy = useRef(false)
  const keys = useRef<Partial<Record<Answer['verb'], { body: string; key: string }>>>({})

  const keyFor = (answer: Answer): string => {
    const body = JSON.stringify(answer)
    const kept = keys.current[answer.verb]
    if (kept?.body === body) return kept.key
    const key = newKey()
    keys.current[answer.verb] = { body, key }
    return key
  }
  const intention = (answer: Answer) => ({ answer, idempotencyKey: keyFor(answer) })
  const deliver = async (answer: Answer): Promise<AnswerState> => {
    try {
      const { id } = await sendAnswer(token, intention(answer), () => setState({ step: 'checking', answer }))
      return { step: 'answered', receiptId: id }
    } catch (error) {
      return isSilence(error) ? { step: 'unknown', answer } : refusedBy(error)
    }
  }
  const check = async (answer: Answer): Promise<AnswerState> => {
    setState({ step: 'checking', answer })
    try {
      return { step: 'answered', receiptId: (await recallAnswer(token, intention(answer))).id }
    } catch (error) {
      if (isProblem(error, 'idempotency.not_recorded')) return { step: 'reading', note: 'not_arrived' }
      return isSilence(error) ? { step: 'unknown', answer } : refusedBy(error)
    }
  }
  const run = async (work: () => Promise<AnswerState>) => {
    if (busy.current) return
    busy.current = true
    try {
      setState(await work())
    } finally {
      busy.current = false
    }
  }

  return {
    state,
    give: (answer: Answer) =>
      run(() => {
        setState({ step: 'sending', answer })
        return deliver(answer)
      }),
    checkAgain: (answer: Answer) => run(() => check(answer)),
    back: () => setState({ step: 'reading' }),
  }
}

function refusedBy(error: unknown): AnswerState {
  if (isOfSession(error)) return { step: 'reading' }
  if (error instanceof ProblemError) return { step: 'refused', problem: error.problem }
  throw error
}
