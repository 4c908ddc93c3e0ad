import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import type { Organization } from '../organizations/schemas.ts'
import { hasAnyRole, type Actor } from '../session/actor.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../verdict.ts'
import type { InvitationRecord } from './invitation.ts'
import type { Receipt } from './schemas.ts'
import { shownState } from './turn.ts'

export type LinkFacts = Pick<InvitationRecord, 'state' | 'expiresAt'>

/** Whether the link can still be answered, whoever holds it (section 5.1, BR-37). */
export function canUseLink(invitation: LinkFacts, now: Date): Verdict {
  switch (shownState(invitation, now)) {
    case 'accepted':
      return refused('state', 'acceptance.already_used', 'BR-37')
    case 'declined':
      return refused('state', 'acceptance.declined', 'BR-37')
    case 'returned':
      return refused('state', 'acceptance.returned', 'BR-25')
    case 'withdrawn':
      return refused('state', 'acceptance.withdrawn', 'BR-37')
    case 'lapsed':
      return refused('state', 'acceptance.lapsed', 'BR-37')
    default:
      return allowed
  }
}

/** Who is about to answer, and what. `invited` is the tenant the invitation names, when it names one. */
export type AnswerFacts = {
  actor: Actor
  invitation: LinkFacts
  inviter: Pick<Organization, 'id' | 'tenantId' | 'cloud' | 'country'>
  invitedTenantId: string | null
  /** Whether the actor's organisation is a reseller with an active partnership with the inviting partner. */
  isOwnReseller: boolean
  /** What this tenant has answered through this invitation; only a reusable one can be open then. */
  answeredBefore: Receipt['answer'] | null
}

export type AcceptanceFacts = AnswerFacts & {
  policy: Pick<CloudPolicy, 'customerAgreement' | 'multiPartner'>
  /** The tenant's relationships with other partners that transact (BR-06). */
  otherPartners: number
  /** Whether the Microsoft Customer Agreement is signed, before or in this very call (BR-35). */
  agreementAccepted: boolean
}

/** BR-21, BR-34, BR-54c, BR-54d: the tenant must be a customer's, in the partner's cloud, and not the partner's own. */
const mayBecomeCustomer = ({ actor, inviter, isOwnReseller }: Pick<AnswerFacts, 'actor' | 'inviter' | 'isOwnReseller'>): Verdict =>
  firstRefusal(
    () =>
      actor.organization.id === inviter.id || actor.organization.tenantId === inviter.tenantId
        ? refused('role', 'acceptance.own_tenant', 'BR-54d')
        : allowed,
    () => (isOwnReseller ? refused('role', 'acceptance.own_reseller', 'BR-54c') : allowed),
    () => (actor.organization.kind === 'customer' ? allowed : refused('role', 'acceptance.partner_tenant', 'BR-21')),
    () => (actor.organization.cloud === inviter.cloud ? allowed : refused('cloud', 'acceptance.other_cloud', 'BR-34')),
  )

const isNamedTenant = ({ actor, invitedTenantId }: AnswerFacts): Verdict =>
  invitedTenantId === null || invitedTenantId === actor.organization.tenantId
    ? allowed
    : refused('role', 'acceptance.wrong_tenant', 'BR-33', { params: { tenant: actor.organization.displayName } })

const isGlobalAdmin = ({ actor }: AnswerFacts): Verdict =>
  hasAnyRole(actor, ['global_admin']) ? allowed : refused('role', 'acceptance.needs_global_admin', 'BR-33')

const isInMarket = ({ actor, inviter }: AnswerFacts): Verdict =>
  actor.organization.country === inviter.country
    ? allowed
    : refused('cloud', 'acceptance.region_mismatch', 'BR-39', { params: { country: inviter.country } })

const hasNotAccepted = ({ answeredBefore }: AnswerFacts, code: string): Verdict =>
  answeredBefore === 'accepted' ? refused('state', code, 'BR-37') : allowed

const hasNotDeclined = ({ answeredBefore }: AnswerFacts): Verdict =>
  answeredBefore === 'declined' ? refused('state', 'acceptance.declined_before', 'BR-37') : allowed

/** BR-37: an organisation answers an invitation once, also a reusable one; after that there is nothing to hand on or to ask about. */
const hasNotAnswered = (facts: AnswerFacts): Verdict =>
  firstRefusal(
    () => hasNotAccepted(facts, 'acceptance.accepted_before'),
    () => hasNotDeclined(facts),
  )

/**
 * BR-21, BR-33, BR-34, BR-37, BR-54c, BR-54d and the link's own state: whether this person may say no for its organisation. A no after a
 * no is the same answer; after a yes the way back is the customer's own list of partners (BR-47).
 */
export const canDecline = (facts: AnswerFacts, now: Date): Verdict =>
  firstRefusal(
    () => canUseLink(facts.invitation, now),
    () => mayBecomeCustomer(facts),
    () => isNamedTenant(facts),
    () => isGlobalAdmin(facts),
    () => hasNotAccepted(facts, 'acceptance.accepted_before'),
  )

/** BR-06, BR-15, BR-21, BR-33 to BR-35, BR-37, BR-39, BR-54c, BR-54d: whether this person may say yes for its organisation. */
export const canAccept = (facts: AcceptanceFacts, now: Date): Verdict =>
  firstRefusal(
    () => canUseLink(facts.invitation, now),
    () => mayBecomeCustomer(facts),
    () => isNamedTenant(facts),
    () => isInMarket(facts),
    () => isGlobalAdmin(facts),
    () => hasNotAccepted(facts, 'acceptance.already_used'),
    () => hasNotDeclined(facts),
    () =>
      !facts.policy.multiPartner && facts.otherPartners > 0 ? refused('cloud', 'acceptance.single_partner', 'BR-06') : allowed,
    () =>
      facts.policy.customerAgreement && !facts.agreementAccepted
        ? refused('state', 'acceptance.agreement_required', 'BR-35')
        : allowed,
  )

/** How often an invitation may be handed to an administrator, and asked about, within a day: what goes out is not to be a nuisance. */
export const mostPerDay = 5

const limit = { params: { limit: mostPerDay } }

/** BR-33: anybody of the customer may ask an administrator to answer, where one could; `today` counts those of the last 24 hours. */
export const canHandOver = (facts: AnswerFacts, today: number, now: Date): Verdict =>
  firstRefusal(
    () => canUseLink(facts.invitation, now),
    () => mayBecomeCustomer(facts),
    () => isNamedTenant(facts),
    () => isInMarket(facts),
    () => hasNotAnswered(facts),
    () => (today < mostPerDay ? allowed : refused('limit', 'acceptance.handed_over_too_often', 'BR-33', limit)),
  )

/** BR-37: anybody of the customer may ask the partner back before it answers; `today` counts those of the last 24 hours. */
export const canAskBack = (facts: AnswerFacts, today: number, now: Date): Verdict =>
  firstRefusal(
    () => canUseLink(facts.invitation, now),
    () => mayBecomeCustomer(facts),
    () => isNamedTenant(facts),
    () => hasNotAnswered(facts),
    () => (today < mostPerDay ? allowed : refused('limit', 'acceptance.asked_too_often', 'BR-37', limit)),
  )
