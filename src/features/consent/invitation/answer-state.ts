import type { Receipt } from '../../../../domain/invitations/schemas.ts'
import type { Problem } from '../../../../domain/problem.ts'
import { complaintsIn } from '../../../api/problem-error.ts'
import type { Intention } from '../../../ui/actions/use-intention.ts'
import { type Answer, declineInputs } from './answer-requests.ts'

/** Where an answer is, from the first look at the page to the receipt. */
export type AnswerState = Intention<Answer, Receipt, '/reason'>

/** Whether it was refused for want of the agreement. */
export const lacksAgreement = (problem: Problem): boolean => problem.code === 'acceptance.agreement_required'

/** Refusals that the reader can put right on the page itself. */
export const isMendable = (problem: Problem): boolean => lacksAgreement(problem) || complaintsIn(declineInputs, problem) !== undefined

/** Refusals that say that somebody has answered already, perhaps a colleague. */
export const tellsOfAnswer = ({ code }: Problem): boolean =>
  ['already_used', 'declined', 'accepted_before', 'declined_before'].some((end) => code === `acceptance.${end}`)
