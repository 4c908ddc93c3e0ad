import { decide, type AnswerKind, type Decision } from '../../answers/decision.ts'
import type { CloudPolicy } from '../../clouds/cloud-policies.ts'
import type { Organization } from '../../organizations/schemas.ts'
import { hasAnyRole, type Actor } from '../../session/actor.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../../verdict.ts'
import type { InvitationRecord } from '../invitation.ts'
import type { Receipt } from '../schemas.ts'
import { shownState } from '../turn.ts'

export type LinkFacts = Pick<InvitationRecord, 'state' | 'expiresAt'>

/** Tells whether the link can still be answered (section 5.1, BR-37). */
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

/** Who is about to answer, and what. `invited` is the tenant that the invitation names, if any. */
export type AnswerFacts = {
  actor: Actor
  invitation: LinkFacts
  inviter: Pick<Organization, 'id' | 'tenantId' | 'cloud' | 'country'>
  invitedTenantId: string | null
  isOwnReseller: boolean
  /** What this tenant has answered through this invitation, by any person and any of its links. */
  answeredBefore: Receipt['answer'] | null
}

export type AcceptanceFacts = AnswerFacts & {
  policy: Pick<CloudPolicy, 'customerAgreement' | 'multiPartner'>
  otherPartners: number
  /** Whether the Microsoft Customer Agreement is accepted, earlier or in this call (BR-35). */
  agreementAccepted: boolean
  /** Whether the customer has granted everything already, so that an acceptance changes nothing and needs no room. */
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

const earlierAnswers = ({ answeredBefore }: AnswerFacts): AnswerKind[] => (answeredBefore === null ? [] : [answeredBefore])

/**
 * BR-21, BR-33, BR-34, BR-37, BR-54c, BR-54d: decides whether this person may decline for its organization, which answers an invitation
 * once; after an acceptance it removes the partner under My partners instead (BR-47).
 */
export const canDecline = (facts: AnswerFacts, now: Date): Decision =>
  decide('declined', earlierAnswers(facts), () =>
    firstRefusal(
      () => canUseLink(facts.invitation, now),
      () => mayBecomeCustomer(facts),
      () => isNamedTenant(facts),
      () => isGlobalAdmin(facts),
    ),
  )

/** BR-06, BR-15, BR-21, BR-33 to BR-35, BR-37, BR-39, BR-54c, BR-54d: decides whether this person may accept for its organization. */
export const canAccept = (facts: AcceptanceFacts, now: Date): Decision =>
  decide('accepted', earlierAnswers(facts), () =>
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

/** The limit in 24 hours of hand-overs and of questions for one invitation, so that mails do not become a nuisance. */
export const mostPerDay = 5

const limit = { params: { limit: mostPerDay } }

/** How many there were in the last 24 hours, and whether this one was among them. */
export type Today = { count: number; isAmong: boolean }

/** BR-33: anybody of the customer may ask an administrator to answer, the same one once a day. */
export const canHandOver = (facts: AnswerFacts, today: Today, now: Date): Decision =>
  decide('handed_over', [...earlierAnswers(facts), ...(today.isAmong ? (['handed_over'] as const) : [])], () =>
    firstRefusal(
      () => canUseLink(facts.invitation, now),
      () => mayBecomeCustomer(facts),
      () => isNamedTenant(facts),
      () => isInMarket(facts),
      () => (today.count < mostPerDay ? allowed : refused('limit', 'acceptance.handed_over_too_often', 'BR-33', limit)),
    ),
  )

/** BR-37: anybody of the customer may ask the partner a question before answering, the same one once a day. */
export const canAskBack = (facts: AnswerFacts, today: Today, now: Date): Decision =>
  decide('asked', [...earlierAnswers(facts), ...(today.isAmong ? (['asked'] as const) : [])], () =>
    firstRefusal(
      () => canUseLink(facts.invitation, now),
      () => mayBecomeCustomer(facts),
      () => isNamedTenant(facts),
      () => (today.count < mostPerDay ? allowed : refused('limit', 'acceptance.asked_too_often', 'BR-37', limit)),
    ),
  )
