import type { Problem } from '../../../domain/problem.ts'
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

/** Refusals that the reader can put right on the page itself. */
export const isMendable = (problem: Problem): boolean => problem.code === 'acceptance.agreement_required'

/** Refusals that say that somebody has answered already, perhaps a colleague. */
export const tellsOfAnswer = ({ code }: Problem): boolean =>
  ['already_used', 'declined', 'accepted_before', 'declined_before'].some((end) => code === `acceptance.${end}`)
