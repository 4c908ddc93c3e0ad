import { useRef, useState } from 'react'
import { NetworkError, ProblemError } from '../../api/problem-error.ts'
import { newKey } from '../../api/request.ts'
import { type Answer, readAcceptance, sendAnswer } from './acceptance-requests.ts'
import { afterSilence, type AnswerState, isOutcomeUnknown } from './answer-state.ts'

const isSilence = (error: unknown): boolean =>
  error instanceof NetworkError || (error instanceof ProblemError && isOutcomeUnknown(error.problem))

/**
 * Gives the answer once: a second press while one is under way does nothing, each intention keeps one Idempotency-Key over every retry,
 * and after silence the state is asked before anything is said.
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
  const deliver = async (answer: Answer): Promise<AnswerState> => ({
    step: 'answered', receiptId: (await sendAnswer(token, answer, keyFor(answer))).id,
  })
  const check = async (answer: Answer): Promise<AnswerState> => {
    setState({ step: 'checking', answer })
    try {
      const now = await readAcceptance(token)
      return afterSilence(now) === 'ask_reader_again' ? { step: 'reading', note: 'not_arrived' } : await deliver(answer)
    } catch (error) {
      if (isSilence(error)) return { step: 'unknown', answer }
      return refusedBy(error)
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
      run(async () => {
        setState({ step: 'sending', answer })
        try {
          return await deliver(answer)
        } catch (error) {
          return isSilence(error) ? check(answer) : refusedBy(error)
        }
      }),
    checkAgain: (answer: Answer) => run(() => check(answer)),
    back: () => setState({ step: 'reading' }),
  }
}

function refusedBy(error: unknown): AnswerState {
  if (error instanceof ProblemError) return { step: 'refused', problem: error.problem }
  throw error
}
