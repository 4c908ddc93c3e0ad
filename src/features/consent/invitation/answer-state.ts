import type { Receipt } from '../../../../domain/invitations/schemas.ts'
import type { Problem } from '../../../../domain/problem.ts'
import { complaintsIn } from '../../../api/problem-error.ts'
import type { Intention } from '../../../ui/actions/use-intention.ts'
import { type Answer, declineInputs } from './answer-requests.ts'

/** An answer's state, from reading to the receipt. */
export type AnswerState = Intention<Answer, Receipt, '/reason'>

export const lacksAgreement = (problem: Problem): boolean => problem.code === 'acceptance.agreement_required'

/** Refusals that the reader can resolve on the page. */
export const isMendable = (problem: Problem): boolean => lacksAgreement(problem) || complaintsIn(declineInputs, problem) !== undefined

/** Refusals because somebody, perhaps a colleague, has answered. */
export const tellsOfAnswer = ({ code }: Problem): boolean =>
  ['already_used', 'declined', 'accepted_before', 'declined_before'].some((end) => code === `acceptance.${end}`)
