import { decide, type AnswerKind, type Decision } from '../../answers/decision.ts'
import type { CloudPolicy } from '../../clouds/cloud-policies.ts'
import type { Organization } from '../../organizations/schemas.ts'
import { hasAnyRole, type Actor } from '../../session/actor.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../../verdict.ts'
import type { InvitationRecord } from '../invitation.ts'
import type { Receipt } from '../schemas.ts'
import { shownState } from '../turn.ts'

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
  /** What this tenant has answered through this invitation, whoever gave it and through whichever of its links. */
  answeredBefore: Receipt['answer'] | null
}

export type AcceptanceFacts = AnswerFacts & {
  policy: Pick<CloudPolicy, 'customerAgreement' | 'multiPartner'>
  /** The tenant's relationships with other partners that transact (BR-06). */
  otherPartners: number
  /** Whether the Microsoft Customer Agreement is signed, before or in this very call (BR-35). */
  agreementAccepted: boolean
  /** Whether all that is asked stands already, so that a yes changes nothing and needs no room beside other partners. */
  stands: boolean
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

const saidBy = ({ answeredBefore }: AnswerFacts): AnswerKind[] => (answeredBefore === null ? [] : [answeredBefore])

/**
 * BR-21, BR-33, BR-34, BR-37, BR-54c, BR-54d and the link's own state: whether this person may say no for its organization, which answers
 * an invitation once; after a yes the way back is the customer's own list of partners (BR-47).
 */
export const canDecline = (facts: AnswerFacts, now: Date): Decision =>
  decide('declined', saidBy(facts), () =>
    firstRefusal(
      () => canUseLink(facts.invitation, now),
      () => mayBecomeCustomer(facts),
      () => isNamedTenant(facts),
      () => isGlobalAdmin(facts),
    ),
  )

/** BR-06, BR-15, BR-21, BR-33 to BR-35, BR-37, BR-39, BR-54c, BR-54d: whether this person may say yes for its organization. */
export const canAccept = (facts: AcceptanceFacts, now: Date): Decision =>
  decide('accepted', saidBy(facts), () =>
    firstRefusal(
      () => canUseLink(facts.invitation, now),
      () => mayBecomeCustomer(facts),
      () => isNamedTenant(facts),
      () => isInMarket(facts),
      () => isGlobalAdmin(facts),
      () =>
        !facts.stands && !facts.policy.multiPartner && facts.otherPartners > 0
          ? refused('cloud', 'acceptance.single_partner', 'BR-06')
          : allowed,
      () =>
        facts.policy.customerAgreement && !facts.agreementAccepted
          ? refused('state', 'acceptance.agreement_required', 'BR-35')
          : allowed,
    ),
  )

/** How often an invitation may be handed to an administrator, and asked about, within a day: what goes out is not to be a nuisance. */
export const mostPerDay = 5

const limit = { params: { limit: mostPerDay } }

/** What of the last 24 hours counts: how many there were, and whether this very one was among them. */
export type Today = { count: number; isAmong: boolean }

/** BR-33: anybody of the customer may ask an administrator to answer, where one could; the same one is asked once a day. */
export const canHandOver = (facts: AnswerFacts, today: Today, now: Date): Decision =>
  decide('handed_over', [...saidBy(facts), ...(today.isAmong ? (['handed_over'] as const) : [])], () =>
    firstRefusal(
      () => canUseLink(facts.invitation, now),
      () => mayBecomeCustomer(facts),
      () => isNamedTenant(facts),
      () => isInMarket(facts),
      () => (today.count < mostPerDay ? allowed : refused('limit', 'acceptance.handed_over_too_often', 'BR-33', limit)),
    ),
  )

/** BR-37: anybody of the customer may ask the partner back before it answers; the same thing once a day. */
export const canAskBack = (facts: AnswerFacts, today: Today, now: Date): Decision =>
  decide('asked', [...saidBy(facts), ...(today.isAmong ? (['asked'] as const) : [])], () =>
    firstRefusal(
      () => canUseLink(facts.invitation, now),
      () => mayBecomeCustomer(facts),
      () => isNamedTenant(facts),
      () => (today.count < mostPerDay ? allowed : refused('limit', 'acceptance.asked_too_often', 'BR-37', limit)),
    ),
  )
