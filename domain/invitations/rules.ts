import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import type { RefusalCode } from '../problem-codes.ts'
import { hasAnyRole, partnerKindOf, type Actor } from '../session/actor.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../verdict.ts'
import type { InvitationRecord } from './invitation.ts'
import type { InvitationState } from './states.ts'
import { isSettled, shownState } from './turn.ts'

export type InvitationFacts = Pick<InvitationRecord, 'state' | 'expiresAt' | 'delivery'> & {
  inviter: { id: string }
  reseller: { id: string } | null
}

export const canWorkOnInvitations = (actor: Actor): Verdict =>
  hasAnyRole(actor, ['global_admin', 'admin_agent', 'sales_agent'])
    ? allowed
    : refused('role', 'invitation.needs_admin_or_sales_agent', 'BR-40')

/** BR-24, BR-26, BR-27, BR-40: cloud, partner kind and role decide who makes a CSP invitation. */
export function canCreateInvitation(actor: Actor, policy: Pick<CloudPolicy, 'invitationCreators'>): Verdict {
  const kind = partnerKindOf(actor)
  const whoMay = policy.invitationCreators
  if (kind === undefined) return refused('role', 'invitation.customer_cannot_create', 'BR-24', { whoMay })
  if (kind === 'indirect_reseller') return refused('role', 'invitation.reseller_cannot_create', 'BR-26', { whoMay })
  if (!whoMay.includes(kind)) return refused('cloud', 'invitation.provider_cannot_create_here', 'BR-27', { whoMay })
  return canWorkOnInvitations(actor)
}

type DapPolicy = Pick<CloudPolicy, 'dapWithInvitation'>

/** BR-42: decides whether the invitation may ask for DAP beside the relationship. */
export const canAskDap = (policy: DapPolicy): Verdict =>
  policy.dapWithInvitation === 'unavailable'
    ? refused('cloud', 'invitation.delegated_admin_unavailable', 'BR-42')
    : allowed

/** BR-41: decides whether the invitation may ask for the relationship alone. */
export const canLeaveOutDap = (policy: DapPolicy): Verdict =>
  policy.dapWithInvitation === 'required'
    ? refused('cloud', 'invitation.delegated_admin_required', 'BR-41')
    : allowed

/** BR-41, BR-42 for a draft. */
export const canInviteWithDap = (policy: DapPolicy, includeDap: boolean): Verdict =>
  includeDap ? canAskDap(policy) : canLeaveOutDap(policy)

/** Only its maker's organisation and the reseller it was handed to know that it exists. */
export const canSeeInvitation = (actor: Actor, invitation: Pick<InvitationFacts, 'inviter' | 'reseller'>): boolean =>
  invitation.inviter.id === actor.organization.id || invitation.reseller?.id === actor.organization.id

const isMaker = (actor: Actor, invitation: InvitationFacts): Verdict =>
  invitation.inviter.id === actor.organization.id
    ? allowed
    : refused('role', 'invitation.not_yours_to_change', 'BR-26', { whoMay: ['direct_partner', 'indirect_provider'] })

/** Section 5.1: an answered, withdrawn or lapsed invitation stays so. Others than the maker cannot ask again and read who can (BR-26). */
export function isUnanswered({ organization }: Actor, invitation: InvitationFacts, now: Date): Verdict {
  const isItsMaker = invitation.inviter.id === organization.id
  const over = (code: RefusalCode) => refused('state', code, 'BR-37', isItsMaker ? {} : { params: { reader: 'carrier' } })
  switch (shownState(invitation, now)) {
    case 'accepted':
    case 'declined':
      return over('invitation.already_answered')
    case 'returned':
      return refused('state', isItsMaker ? 'invitation.returned_to_you' : 'invitation.returned', 'BR-25')
    case 'withdrawn':
      return over('invitation.withdrawn')
    case 'lapsed':
      return refused('state', 'invitation.lapsed', 'BR-37')
    default:
      return allowed
  }
}

/** An opened invitation needs no mark that it was sent. */
const isNotYetSent = ({ state }: InvitationFacts): Verdict =>
  state === 'created' ? allowed
    : refused('state', state === 'opened' || state === 'failed' ? 'invitation.already_opened' : 'invitation.already_sent', 'BR-25')

/** BR-24, BR-25: the maker marks a direct invitation as sent; one through a reseller is handed over when it is made. */
export const canSendInvitation = (actor: Actor, invitation: InvitationFacts, now: Date): Verdict =>
  firstRefusal(
    () => isMaker(actor, invitation),
    () => canWorkOnInvitations(actor),
    () => isUnanswered(actor, invitation, now),
    () => (invitation.delivery === 'via_reseller' ? refused('state', 'invitation.reseller_forwards', 'BR-25') : allowed),
    () => isNotYetSent(invitation),
  )

const wasHandedTo = (actor: Actor, invitation: InvitationFacts): Verdict =>
  invitation.reseller?.id === actor.organization.id
    ? allowed
    : refused('role', 'invitation.only_reseller_forwards', 'BR-25', { whoMay: ['indirect_reseller'] })

/** BR-25, BR-26: the reseller forwards it unchanged, as often as it likes. */
export const canForwardInvitation = (actor: Actor, invitation: InvitationFacts, now: Date): Verdict =>
  firstRefusal(
    () => wasHandedTo(actor, invitation),
    () => canWorkOnInvitations(actor),
    () => isUnanswered(actor, invitation, now),
  )

const isOneOf = (actor: Actor, invitation: InvitationFacts, states: readonly InvitationState[], now: Date): Verdict =>
  states.includes(shownState(invitation, now)) ? allowed : isUnanswered(actor, invitation, now)

/** Only the maker reissues; an answered or withdrawn invitation cannot be reissued. */
export const canReissueInvitation = (actor: Actor, invitation: InvitationFacts, now: Date): Verdict =>
  firstRefusal(
    () => isMaker(actor, invitation),
    () => canWorkOnInvitations(actor),
    () => isOneOf(actor, invitation, ['lapsed', 'returned'], now),
  )

/** Section 5.1: only the maker withdraws, while a customer may still answer or after it was returned. */
export const canWithdrawInvitation = (actor: Actor, invitation: InvitationFacts, now: Date): Verdict =>
  firstRefusal(
    () => isMaker(actor, invitation),
    () => canWorkOnInvitations(actor),
    () => isOneOf(actor, invitation, ['returned'], now),
  )

/** BR-26, section 5.1: tells whether this reader may ever change the invitation; if not, one reason stands in place of the actions. */
export const canEverChangeInvitation = (actor: Actor, invitation: InvitationFacts, now: Date): Verdict =>
  firstRefusal(
    () => (isSettled(invitation, now) ? isUnanswered(actor, invitation, now) : allowed),
    () => isMaker(actor, invitation),
  )

/** BR-26, BR-37: its maker sees link and message again while it can be answered; the audit records each time. */
export const canShowLink = (actor: Actor, invitation: InvitationFacts, now: Date): Verdict =>
  firstRefusal(
    () => isMaker(actor, invitation),
    () => canWorkOnInvitations(actor),
    () => isUnanswered(actor, invitation, now),
  )

/** BR-26, BR-38: the reseller that carries it reads the message with the link; {@link canShowLink} is for the maker. */
export const canReadMessage = (actor: Actor, invitation: InvitationFacts, now: Date): Verdict =>
  firstRefusal(
    () =>
      invitation.reseller?.id === actor.organization.id
        ? allowed
        : refused('role', 'invitation.link_shown_once', 'BR-37', { whoMay: ['indirect_reseller'] }),
    () => canWorkOnInvitations(actor),
    () => isUnanswered(actor, invitation, now),
  )

/** BR-38: the maker and the reseller that carries it write the text around the link. */
export const canWriteMessage = (actor: Actor, invitation: InvitationFacts, now: Date): Verdict =>
  firstRefusal(
    () => canWorkOnInvitations(actor),
    () => isUnanswered(actor, invitation, now),
  )
