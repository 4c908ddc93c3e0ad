import type { Problem } from '../../../domain/problem.ts'
import { inputAt } from '../../api/problem-error.ts'
import type { Answer } from './acceptance-requests.ts'

/** Where an answer is, from the first look at the page to the receipt. */
export type AnswerState =
  | { step: 'reading'; note?: 'not_arrived' }
  | { step: 'sending'; answer: Answer }
  /** No answer came back: whether it arrived is being asked. */
  | { step: 'checking'; answer: Answer }
  /** Asking failed too. */
  | { step: 'unknown'; answer: Answer }
  | { step: 'refused'; problem: Problem }
  | { step: 'answered'; receiptId: string }

/** What the form has a field for. */
export const declineInputs = ['/reason'] as const

const lacksAgreement = (problem: Problem): boolean => problem.code === 'acceptance.agreement_required'

/** What the server says of the reason for a no. */
export const complaintOf = (state: AnswerState): string | undefined =>
  state.step === 'refused' ? state.problem.errors?.find(({ pointer }) => inputAt(declineInputs, pointer))?.detail : undefined

/** Refusals that the reader can put right on the page itself. */
export const isMendable = (problem: Problem): boolean =>
  lacksAgreement(problem) || complaintOf({ step: 'refused', problem }) !== undefined

/** Whether it was refused for want of the agreement. */
export const wantsAgreement = (state: AnswerState): boolean => state.step === 'refused' && lacksAgreement(state.problem)

/** Refusals that say that somebody has answered already, perhaps a colleague. */
export const tellsOfAnswer = ({ code }: Problem): boolean =>
  ['already_used', 'declined', 'accepted_before', 'declined_before'].some((end) => code === `acceptance.${end}`)
