import type { CustomerRecord } from '../customers/customer.ts'
import { hasAnyRole } from '../session/actor.ts'
import type { Actor } from '../session/actor.ts'
import type { SubscriptionFacts } from '../subscriptions/subscription.ts'
import { allowed, firstRefusal, refused } from '../verdict.ts'
import type { Verdict } from '../verdict.ts'
import { claimsTenant, isUnconfirmed, opensTenant } from './basis.ts'

/** A reason that prevents a removal; the catalogue has its sentence under `blocker.` + code. */
export type RemovalBlocker = {
  code: 'active_subscription' | 'cancellation_window_closed' | 'reservation' | 'software'
  subscriptionId: string
  offerName: string
  /** When the cancellation window closed; ISO UTC. */
  date: string | null
}

type RemovalEffect = 'leaves_list' | 'claim_withdrawn' | 'leaves_support_contacts' | 'delegated_admin_ends' | 'no_purchases'

/**
 * Lists what a removal does (BR-62), in order. An unconfirmed customer neither loses a support contact nor buys, and no longer sees the
 * claim.
 */
export function removalEffects(
  { basis, relationshipToPartner: relation, allowDelegatedAccess }:
    Pick<CustomerRecord, 'basis' | 'relationshipToPartner' | 'allowDelegatedAccess'>,
): RemovalEffect[] {
  const rights: RemovalEffect[] = allowDelegatedAccess ? ['delegated_admin_ends'] : []
  if (!isUnconfirmed({ basis, relation })) return ['leaves_list', 'leaves_support_contacts', ...rights, 'no_purchases']
  return ['leaves_list', ...(claimsTenant({ basis, relation }) ? ['claim_withdrawn' as const] : []), ...rights]
}

/** Lists this partner's active CSP subscriptions, one blocker each (BR-61, BR-63). `now` is ISO UTC. */
export const removalBlockers = (partnerId: string, subscriptions: readonly SubscriptionFacts[], now: string): RemovalBlocker[] =>
  subscriptions
    .filter(({ channel, seller, status }) => channel === 'csp' && seller?.organizationId === partnerId && status === 'active')
    .map((subscription) => ({
      code: blockerCode(subscription, now),
      subscriptionId: subscription.id,
      offerName: subscription.offerName,
      date: subscription.cancellationAllowedUntilDate,
    }))

function blockerCode({ kind, cancellationAllowedUntilDate: until }: SubscriptionFacts, now: string): RemovalBlocker['code'] {
  if (kind !== 'subscription') return kind
  return until !== null && until < now ? 'cancellation_window_closed' : 'active_subscription'
}

type Removable = Pick<CustomerRecord, 'basis' | 'relationshipToPartner'>

/**
 * BR-60, BR-61, BR-64: decides who removes a reseller relationship, and when; a new request sets it up again. A partner always withdraws
 * its own unconfirmed word, since it may not know what the customer buys.
 */
export const canRemoveRelationship = (actor: Actor, customer: Removable, blockers: readonly RemovalBlocker[]): Verdict =>
  firstRefusal(
    () =>
      actor.organization.kind === 'indirect_reseller'
        ? refused('role', 'relationship.reseller_asks_provider', 'BR-60', { whoMay: ['direct_partner', 'indirect_provider'] })
        : allowed,
    () =>
      hasAnyRole(actor, ['global_admin', 'admin_agent', 'sales_agent'])
        ? allowed
        : refused('role', 'relationship.removal_needs_admin_or_sales_agent', 'BR-60'),
    () => (opensTenant(customer.basis) ? canEnd(customer, blockers) : allowed),
  )

const canEnd = ({ relationshipToPartner }: Removable, blockers: readonly RemovalBlocker[]): Verdict =>
  firstRefusal(
    () => (relationshipToPartner === 'reseller' ? allowed : refused('state', 'relationship.none', 'BR-64')),
    () =>
      blockers.length > 0 ? refused('state', 'relationship.has_blockers', 'BR-61', { params: { count: blockers.length } }) : allowed,
  )
