import { decide, type Decision } from '../answers/decision.ts'
import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import type { CustomerRecord } from '../customers/customer.ts'
import type { RefusalCode } from '../problem-codes.ts'
import { hasAnyRole } from '../session/actor.ts'
import type { Actor } from '../session/actor.ts'
import { allowed, firstRefusal, refused } from '../verdict.ts'
import type { Verdict } from '../verdict.ts'
import { canRelyOnCustomer } from './basis.ts'

/** One partner of a customer, with what it sells there and whether it holds delegated admin privileges. */
export type PartnerOfCustomer = {
  partnerId: string
  hasRelationship: boolean
  hasDelegatedAdmin: boolean
  /** Services for which it sells a running subscription to this customer. */
  transactsIn: readonly string[]
}

export const hasAdminRights = (customer: Pick<CustomerRecord, 'allowDelegatedAccess' | 'gdap'>): boolean =>
  customer.allowDelegatedAccess || customer.gdap.active

/** How long, in days, delegated admin privileges may lie unused before their removal is advised (BR-73). */
const inactiveAfterDays = 90

/** BR-73. Both times ISO UTC; never used counts from the grant, which the caller gives as `lastUsedAt`. */
export const isInactive = (lastUsedAt: string, now: string): boolean =>
  Date.parse(now) - Date.parse(lastUsedAt) > inactiveAfterDays * 86_400_000

/** BR-28, BR-33: what is the customer's to decide is decided by its Global admin; `otherwise` is why another of its people does not. */
export const decidesForCustomer = (actor: Actor, otherwise: RefusalCode = 'admin_rights.needs_global_admin'): Verdict =>
  firstRefusal(
    () => (actor.organization.kind === 'customer' ? allowed : refused('role', 'admin_rights.only_customer_decides', 'BR-28')),
    () => (hasAnyRole(actor, ['global_admin']) ? allowed : refused('role', otherwise, 'BR-33')),
  )

/** BR-28, BR-29, BR-48: the customer alone grants admin rights to a partner, once, and only to one that it works with. */
export const canGrantAdminRights = (
  actor: Actor,
  partner: PartnerOfCustomer,
  others: readonly PartnerOfCustomer[],
  policy: CloudPolicy,
): Decision =>
  decide('granted', partner.hasDelegatedAdmin ? ['granted'] : [], () =>
    firstRefusal(
      () => decidesForCustomer(actor),
      () => canTransactWithAdmin(partner.transactsIn, others, policy),
    ),
  )

/** BR-47: the customer removes the admin rights of any partner at any time. */
export const canRemoveAdminRights = (actor: Actor, partner: Pick<PartnerOfCustomer, 'hasDelegatedAdmin'>): Verdict =>
  firstRefusal(
    () => decidesForCustomer(actor),
    () => (partner.hasDelegatedAdmin ? allowed : refused('state', 'admin_rights.none', 'BR-47')),
  )

/**
 * BR-29: the owner asks the customer to grant its reseller, which it still works with, admin rights; where the customer starts it (BR-28),
 * nobody asks.
 */
export const canAskGrantForReseller = (
  actor: Actor,
  customer: Pick<CustomerRecord, 'owner' | 'reseller' | 'basis'>,
  hasActivePartnership: boolean,
  policy: CloudPolicy,
): Verdict =>
  firstRefusal(
    () => canRelyOnCustomer(customer),
    () => (policy.resellerGrantStartedBy === 'owner' ? allowed : refused('cloud', 'admin_rights.customer_chooses', 'BR-28')),
    () =>
      customer.owner?.id === actor.organization.id
        ? allowed
        : refused('role', 'admin_rights.owner_asks', 'BR-29', { whoMay: ['direct_partner', 'indirect_provider'] }),
    () =>
      hasAnyRole(actor, ['global_admin', 'admin_agent', 'sales_agent'])
        ? allowed
        : refused('role', 'admin_rights.needs_admin_or_sales_agent', 'BR-40'),
    () => (customer.reseller ? allowed : refused('state', 'admin_rights.no_reseller', 'BR-29')),
    () => (hasActivePartnership ? allowed : refused('state', 'admin_rights.reseller_not_partnered', 'BR-29')),
  )

/** BR-23: where a service has room for one transacting partner with admin rights only, a second one is refused, service by service. */
export function canTransactWithAdmin(
  services: readonly string[],
  others: readonly PartnerOfCustomer[],
  policy: Pick<CloudPolicy, 'transactingPartnersWithAdminPerService'>,
): Verdict {
  const most = policy.transactingPartnersWithAdminPerService
  if (most === null) return allowed
  const full = services.find(
    (service) => others.filter((each) => each.hasDelegatedAdmin && each.transactsIn.includes(service)).length >= most,
  )
  return full === undefined
    ? allowed
    : refused('cloud', 'admin_rights.service_has_transacting_partner', 'BR-23', { params: { service: full } })
}
