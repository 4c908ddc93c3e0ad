import { standingStatuses, type GdapStatus } from '../gdap/states.ts'
import { openStates, type InvitationState } from '../invitations/states.ts'
import type { RefusalCode } from '../problem-codes.ts'
import { allowed, refused, type Refusal, type RuleId, type Verdict } from '../verdict.ts'

/**
 * An answer is kept, refused with the way that remains, or repeated: the organization gave it before, so nothing is written, nobody is
 * notified and the first receipt is returned.
 */
export type Decision = Verdict | 'repeated'

/** A button for a repeated answer stays enabled and shows the first receipt. */
export const offered = (decision: Decision): Verdict => (decision === 'repeated' ? allowed : decision)

/** Everything that an organization is asked for and answers once. */
export const answers = [
  /** Answers to an invitation, for a relationship or for admin rights again, through any link. */
  'accepted', 'declined',
  /** The invitee asks an administrator to answer, or asks the partner a question. */
  'handed_over', 'asked',
  /** The customer confirms it in the admin center too. */
  'confirmed',
  /** Answers a partner that asks for admin rights. */
  'granted',
  /** Answers to a GDAP request: the customer's approval, either side's termination, a reseller's consent or rejection to its provider. */
  'approved', 'terminated', 'consented', 'rejected',
] as const
export type AnswerKind = (typeof answers)[number]

const way = (code: RefusalCode, rule: RuleId): Refusal => refused('state', code, rule)

const afterYes = way('acceptance.accepted_before', 'BR-37')
const afterNo = way('acceptance.declined_before', 'BR-37')

type Row = {
  /** States in which a first answer is taken. */
  states: readonly (InvitationState | GdapStatus | 'without_rights')[]
  /** Earlier answers of the same organization that rule this one out; each refusal's sentence names the way that remains. */
  contrary: Partial<Record<AnswerKind, Refusal>>
}

/** BR-28, BR-34, BR-37, BR-78, BR-79, BR-90, BR-94: every answer, the states that take it, and the answers that rule it out. */
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

/** Tells whether the table alone takes a first answer of this kind in a state. */
export const isTakenIn = (answer: AnswerKind, state: Row['states'][number]): boolean => answerTable[answer].states.includes(state)

/**
 * Decides about every answer. `earlier` holds what the same organization has answered here by now; `first` judges a first answer by state,
 * time and person. An earlier answer decides before `first`, whichever link or person brings the new one.
 */
export function decide(answer: AnswerKind, earlier: readonly AnswerKind[], first: () => Verdict): Decision {
  const contrary = earlier.map((each) => answerTable[answer].contrary[each]).find((refusal) => refusal !== undefined)
  return contrary ?? (earlier.includes(answer) ? 'repeated' : first())
}
