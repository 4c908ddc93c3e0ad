import type { CustomerRecord } from '../customers/customer.ts'
import { canRelyOnCustomer, canRelyOnRelation } from '../relationships/basis.ts'
import { hasAnyRole } from '../session/actor.ts'
import type { Actor } from '../session/actor.ts'
import { allowed, firstRefusal, refused } from '../verdict.ts'
import type { Verdict } from '../verdict.ts'

/** What an extension shares and does not give, as the consent text names it (BR-54e). */
export const extensionEffects = ['provider_relationship', 'bill_to_shared', 'no_admin_rights_for_provider'] as const

export type ExtensionFacts = {
  actor: Actor
  isTransitioning: boolean
  customer: Pick<CustomerRecord, 'owner' | 'relationshipToPartner' | 'basis'>
  hasActivePartnership: boolean
  /** Whether the provider works for the customer already; absent where only the server knows. */
  isExtended?: boolean
  customerConsents: boolean
}

/** BR-54e: a direct partner that turns indirect extends its own customer's relationship to its provider. */
export const canExtendRelationship = (facts: ExtensionFacts): Verdict =>
  firstRefusal(
    () => canRelyOnCustomer(facts.customer),
    () =>
      facts.isTransitioning
        ? allowed
        : refused('role', 'extension.only_transitioning_partner', 'BR-54e', { whoMay: ['direct_partner'] }),
    () => (hasAnyRole(facts.actor, ['global_admin', 'admin_agent']) ? allowed : refused('role', 'extension.needs_admin_agent', 'BR-54e')),
    () =>
      facts.customer.owner?.id === facts.actor.organization.id && facts.customer.relationshipToPartner === 'reseller'
        ? allowed
        : refused('state', 'extension.not_your_direct_customer', 'BR-54e'),
    () => canRelyOnRelation(facts.customer),
    () => (facts.hasActivePartnership ? allowed : refused('state', 'extension.no_partnership', 'BR-54e')),
    () => (facts.isExtended ? refused('state', 'extension.already_extended', 'BR-54e') : allowed),
    () => (facts.customerConsents ? allowed : refused('state', 'extension.needs_customer_consent', 'BR-54e')),
  )
