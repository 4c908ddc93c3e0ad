import { standingStatuses, type GdapStatus } from '../gdap/states.ts'
import { openStates, type InvitationState } from '../invitations/states.ts'
import type { RefusalCode } from '../problem-codes.ts'
import { allowed, refused, type Refusal, type RuleId, type Verdict } from '../verdict.ts'

/**
 * What becomes of an answer: it is kept; it is refused, with the way that there is; or its organization has given it before, so that
 * nothing is written, nobody is told and the first receipt comes again.
 */
export type Decision = Verdict | 'repeated'

/** For a button: what was given before may be pressed again, and shows the first receipt. */
export const offered = (decision: Decision): Verdict => (decision === 'repeated' ? allowed : decision)

/** Everything that an organization is asked for and answers once. */
export const answers = [
  /** To an invitation, for a relationship or for admin rights anew, whatever link it came through. */
  'accepted', 'declined',
  /** Short of that: an administrator is asked to give it, the partner is asked back. */
  'handed_over', 'asked',
  /** That it was confirmed in the admin center too. */
  'confirmed',
  /** To a partner that asks for admin rights. */
  'granted',
  /** To a request for granular rights: the customer's yes, either side's end of it, and a reseller's yes or no to its provider. */
  'approved', 'terminated', 'consented', 'rejected',
] as const
export type AnswerKind = (typeof answers)[number]

const way = (code: RefusalCode, rule: RuleId): Refusal => refused('state', code, rule)

const afterYes = way('acceptance.accepted_before', 'BR-37')
const afterNo = way('acceptance.declined_before', 'BR-37')

type Row = {
  /** States in which a first one is taken. */
  states: readonly (InvitationState | GdapStatus | 'without_rights')[]
  /** What an earlier answer of the same organization leaves no room for; the sentence of each names the way that there is. */
  contrary: Partial<Record<AnswerKind, Refusal>>
}

/** BR-28, BR-34, BR-37, BR-78, BR-79, BR-90, BR-94: every answer, in which states it is taken, and what speaks against it. */
const answerTable: Record<AnswerKind, Row> = {
  accepted: { states: openStates, contrary: { declined: afterNo } },
  declined: { states: openStates, contrary: { accepted: afterYes } },
  handed_over: { states: openStates, contrary: { accepted: afterYes, declined: afterNo } },
  asked: { states: openStates, contrary: { accepted: afterYes, declined: afterNo } },
  confirmed: { states: ['accepted'], contrary: {} },
  granted: { states: ['without_rights'], contrary: {} },
  approved: { states: ['approvalPending'], contrary: { terminated: way('gdap.terminated_before', 'BR-90') } },
  terminated: { states: ['approved', 'activating', ...standingStatuses], contrary: {} },
  consented: { states: ['created'], contrary: { rejected: way('gdap.rejected_before', 'BR-79') } },
  rejected: { states: ['created'], contrary: { consented: way('gdap.consented_before', 'BR-79') } },
}

/** Whether a first answer of this kind is taken in a state, by the table alone. */
export const isTakenIn = (answer: AnswerKind, state: Row['states'][number]): boolean => answerTable[answer].states.includes(state)

/**
 * The one decision about every answer. `said` is what the same organization has answered here by now; `first` is what stands in the way
 * of a first one: the state, the moment, and whoever gives it. What was said before decides before that: neither a link that is used up,
 * nor another one, nor another person of the organization makes anything else of it.
 */
export function decide(answer: AnswerKind, said: readonly AnswerKind[], first: () => Verdict): Decision {
  const contrary = said.map((earlier) => answerTable[answer].contrary[earlier]).find((each) => each !== undefined)
  return contrary ?? (said.includes(answer) ? 'repeated' : first())
}
