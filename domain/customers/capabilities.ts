import { agreementAllowsOrders, canAttestAgreement } from '../agreements/rules.ts'
import type { Agreement } from '../agreements/schemas.ts'
import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import { canCreateInvitation } from '../invitations/rules.ts'
import { canExtendRelationship } from '../partnerships/extension.ts'
import { canAskGrantForReseller, hasAdminRights } from '../relationships/admin-rights.ts'
import { canRelyOnCustomer, canRelyOnRelation } from '../relationships/basis.ts'
import { canRemoveRelationship } from '../relationships/removal.ts'
import type { RemovalBlocker } from '../relationships/removal.ts'
import type { Actor } from '../session/actor.ts'
import { allowed, firstRefusal, refused } from '../verdict.ts'
import type { RuleId, Verdict } from '../verdict.ts'
import { capabilityActions } from './capability-actions.ts'
import type { CapabilityAction } from './capability-actions.ts'
import type { CustomerRecord } from './customer.ts'

export type CapabilityFacts = {
  actor: Actor
  customer: CustomerRecord
  policy: CloudPolicy
  agreement: Pick<Agreement, 'status'>
  blockers: readonly RemovalBlocker[]
  /** Whether the actor's organisation is a direct partner on its way to being an indirect reseller (BR-54e). */
  isTransitioning: boolean
  /** Whether the actor's organisation has an active partnership with the customer's reseller, when it has one (BR-29). */
  hasResellerPartnership: boolean
}

/**
 * Judges every action in the order above (BR-16, BR-31, BR-43 to BR-47, BR-54e, BR-54f, BR-65, BR-68 to BR-72). An unconfirmed customer
 * allows only what needs no confirmation (BR-36).
 */
export const capabilitiesOf = (facts: CapabilityFacts): { action: CapabilityAction; verdict: Verdict }[] =>
  capabilityActions.map((action) => ({
    action,
    verdict: firstRefusal(
      () => (needsNoConfirmation.includes(action) ? allowed : canRelyOnCustomer(facts.customer)),
      () => verdicts[action](facts),
    ),
  }))

const needsNoConfirmation: readonly CapabilityAction[] = ['invite', 'remove_relationship']

const relationship = ({ customer }: CapabilityFacts): Verdict =>
  firstRefusal(
    () => (customer.relationshipToPartner === 'reseller' ? allowed : refused('state', 'capability.no_relationship', 'BR-31')),
    () => canRelyOnRelation(customer),
  )

/** BR-54b, BR-59: an indirect reseller buys through its provider, which also creates the customers' tenants. */
const transacts = ({ actor }: CapabilityFacts): Verdict =>
  actor.organization.kind === 'indirect_reseller'
    ? refused('role', 'capability.provider_transacts', 'BR-54b', { whoMay: ['direct_partner', 'indirect_provider'] })
    : allowed

const adminRights =
  (rule: RuleId) =>
  ({ customer }: CapabilityFacts): Verdict =>
    hasAdminRights(customer) ? allowed : refused('state', 'capability.no_admin_rights', rule)

const usageBased = ({ policy }: CapabilityFacts): Verdict =>
  policy.usageBasedServices ? allowed : refused('cloud', 'capability.no_usage_based_services', 'BR-12')

const buy = (facts: CapabilityFacts): Verdict =>
  firstRefusal(
    () => relationship(facts),
    () => transacts(facts),
    () => agreementAllowsOrders(facts.agreement, facts.policy),
  )

const verdicts: Record<CapabilityAction, (facts: CapabilityFacts) => Verdict> = {
  order: buy,
  buy_reservations: (facts) =>
    firstRefusal(
      () => usageBased(facts),
      () => buy(facts),
    ),
  get_software_keys: buy,
  see_company_details: adminRights('BR-70'),
  manage_users: adminRights('BR-16'),
  manage_licenses: adminRights('BR-16'),
  open_tickets: adminRights('BR-47'),
  use_admin_centers: adminRights('BR-71'),
  manage_own_azure: (facts) =>
    firstRefusal(
      () => usageBased(facts),
      () => relationship(facts),
    ),
  manage_existing_azure: (facts) =>
    firstRefusal(
      () => usageBased(facts),
      () => refused('state', 'capability.existing_azure_stays_closed', 'BR-44'),
    ),
  manage_autopilot_devices: relationship,
  change_what_others_sold: ({ policy }) =>
    policy.requestGivesAdminOnly
      ? refused('cloud', 'capability.request_gives_admin_only', 'BR-45')
      : refused('state', 'capability.nothing_moves', 'BR-18'),
  be_support_contact: (facts) =>
    facts.actor.organization.kind === 'indirect_reseller' ? adminRights('BR-54f')(facts) : relationship(facts),
  attest_agreement: ({ actor, policy }) => canAttestAgreement(actor, policy),
  invite: ({ actor, policy }) => canCreateInvitation(actor, policy),
  ask_admin_rights_for_reseller: ({ actor, customer, hasResellerPartnership, policy }) =>
    canAskGrantForReseller(actor, customer, hasResellerPartnership, policy),
  // The action itself asks for the provider and the customer's consent.
  extend_relationship: ({ actor, isTransitioning, customer }) =>
    canExtendRelationship({ actor, isTransitioning, customer, hasActivePartnership: true, customerConsents: true }),
  remove_relationship: ({ actor, customer, blockers }) => canRemoveRelationship(actor, customer, blockers),
}
