import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import type { RefusalCode } from '../problem-codes.ts'
import { hasAnyRole, partnerKindOf, type Actor } from '../session/actor.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../verdict.ts'
import type { InvitationRecord } from './invitation.ts'
import type { InvitationState } from './states.ts'
import { isSettled, shownState } from './turn.ts'

/** What the rules need of an invitation; the wire form and the stored one both have it. */
export type InvitationFacts = Pick<InvitationRecord, 'state' | 'expiresAt' | 'delivery'> & {
  inviter: { id: string }
  reseller: { id: string } | null
}

/** BR-40: whoever works on invitations at all. */
export const canWorkOnInvitations = (actor: Actor): Verdict =>
  hasAnyRole(actor, ['global_admin', 'admin_agent', 'sales_agent'])
    ? allowed
    : refused('role', 'invitation.needs_admin_or_sales_agent', 'BR-40')

/** BR-24, BR-26, BR-27, BR-40: who makes the CSP invitation is a matter of cloud, partner kind and role. */
export function canCreateInvitation(actor: Actor, policy: Pick<CloudPolicy, 'invitationCreators'>): Verdict {
  const kind = partnerKindOf(actor)
  const whoMay = policy.invitationCreators
  if (kind === undefined) return refused('role', 'invitation.customer_cannot_create', 'BR-24', { whoMay })
  if (kind === 'indirect_reseller') return refused('role', 'invitation.reseller_cannot_create', 'BR-26', { whoMay })
  if (!whoMay.includes(kind)) return refused('cloud', 'invitation.provider_cannot_create_here', 'BR-27', { whoMay })
  return canWorkOnInvitations(actor)
}

type DelegatedAdminPolicy = Pick<CloudPolicy, 'delegatedAdminWithInvitation'>

/** BR-42: whether the invitation may ask for delegated admin beside the relationship; for the box that asks for it. */
export const canAskDelegatedAdmin = (policy: DelegatedAdminPolicy): Verdict =>
  policy.delegatedAdminWithInvitation === 'unavailable'
    ? refused('cloud', 'invitation.delegated_admin_unavailable', 'BR-42')
    : allowed

/** BR-41: whether the invitation may ask for the relationship alone; for clearing that box. */
export const canLeaveOutDelegatedAdmin = (policy: DelegatedAdminPolicy): Verdict =>
  policy.delegatedAdminWithInvitation === 'required'
    ? refused('cloud', 'invitation.delegated_admin_required', 'BR-41')
    : allowed

/** BR-41 and BR-42 on a draft as it was filled in. */
export const canInviteWithDelegatedAdmin = (policy: DelegatedAdminPolicy, includeDap: boolean): Verdict =>
  includeDap ? canAskDelegatedAdmin(policy) : canLeaveOutDelegatedAdmin(policy)

/** Its maker's organisation and the reseller it was handed to; to everybody else it does not exist. */
export const canSeeInvitation = (actor: Actor, invitation: Pick<InvitationFacts, 'inviter' | 'reseller'>): boolean =>
  invitation.inviter.id === actor.organization.id || invitation.reseller?.id === actor.organization.id

const isMaker = (actor: Actor, invitation: InvitationFacts): Verdict =>
  invitation.inviter.id === actor.organization.id
    ? allowed
    : refused('role', 'invitation.not_yours_to_change', 'BR-26', { whoMay: ['direct_partner', 'indirect_provider'] })

/** Section 5.1: what is answered, withdrawn or lapsed stays so. Whoever did not make it cannot ask again, and reads who can (BR-26). */
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

/** Whatever a customer has opened needs no mark that it was sent, whoever sent it. */
const isNotYetSent = ({ state }: InvitationFacts): Verdict =>
  state === 'created' ? allowed
    : refused('state', state === 'opened' || state === 'failed' ? 'invitation.already_opened' : 'invitation.already_sent', 'BR-25')

/** BR-24, BR-25: the maker says that it has sent a direct invitation; one that goes through a reseller is handed over when it is made. */
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

/** BR-25, BR-26: the reseller it was handed to forwards it as it is, as often as it likes. */
export const canForwardInvitation = (actor: Actor, invitation: InvitationFacts, now: Date): Verdict =>
  firstRefusal(
    () => wasHandedTo(actor, invitation),
    () => canWorkOnInvitations(actor),
    () => isUnanswered(actor, invitation, now),
  )

const isOneOf = (actor: Actor, invitation: InvitationFacts, states: readonly InvitationState[], now: Date): Verdict =>
  states.includes(shownState(invitation, now)) ? allowed : isUnanswered(actor, invitation, now)

/** Only the maker; one that lapsed or came back may be reissued, one that was answered or withdrawn may not. */
export const canReissueInvitation = (actor: Actor, invitation: InvitationFacts, now: Date): Verdict =>
  firstRefusal(
    () => isMaker(actor, invitation),
    () => canWorkOnInvitations(actor),
    () => isOneOf(actor, invitation, ['lapsed', 'returned'], now),
  )

/** Section 5.1: only the maker, and only while a customer may still answer, or when it came back. */
export const canWithdrawInvitation = (actor: Actor, invitation: InvitationFacts, now: Date): Verdict =>
  firstRefusal(
    () => isMaker(actor, invitation),
    () => canWorkOnInvitations(actor),
    () => isOneOf(actor, invitation, ['returned'], now),
  )

/**
 * BR-26, section 5.1: whether anything that its maker does with an invitation is for this reader, now or later. What is refused for good
 * is not offered: the one reason stands in its place.
 */
export const canEverChangeInvitation = (actor: Actor, invitation: InvitationFacts, now: Date): Verdict =>
  firstRefusal(
    () => (isSettled(invitation, now) ? isUnanswered(actor, invitation, now) : allowed),
    () => isMaker(actor, invitation),
  )

/** BR-26, BR-37: its maker sees link and message again while it can be answered, to remind by hand; each time is recorded. */
export const canShowLink = (actor: Actor, invitation: InvitationFacts, now: Date): Verdict =>
  firstRefusal(
    () => isMaker(actor, invitation),
    () => canWorkOnInvitations(actor),
    () => isUnanswered(actor, invitation, now),
  )

/** BR-26, BR-38: the message with the link, for the reseller that carries it. Its maker is shown both by {@link canShowLink}. */
export const canReadMessage = (actor: Actor, invitation: InvitationFacts, now: Date): Verdict =>
  firstRefusal(
    () =>
      invitation.reseller?.id === actor.organization.id
        ? allowed
        : refused('role', 'invitation.link_shown_once', 'BR-37', { whoMay: ['indirect_reseller'] }),
    () => canWorkOnInvitations(actor),
    () => isUnanswered(actor, invitation, now),
  )

/** BR-38: the text around the link is for whoever makes the invitation or carries it. */
export const canWriteMessage = (actor: Actor, invitation: InvitationFacts, now: Date): Verdict =>
  firstRefusal(
    () => canWorkOnInvitations(actor),
    () => isUnanswered(actor, invitation, now),
  )
