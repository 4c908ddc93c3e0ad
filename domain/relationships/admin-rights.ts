import { decide, type Decision } from '../answers/decision.ts'
import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import type { CustomerRecord } from '../customers/customer.ts'
import type { RefusalCode } from '../problem-codes.ts'
import { hasAnyRole } from '../session/actor.ts'
import type { Actor } from '../session/actor.ts'
import { allowed, firstRefusal, refused } from '../verdict.ts'
import type { Verdict } from '../verdict.ts'
import { canRelyOnCustomer } from './basis.ts'

/** One partner of a customer, what it sells there and whether it has DAP. */
export type PartnerOfCustomer = {
  partnerId: string
  hasRelationship: boolean
  hasDap: boolean
  transactsIn: readonly string[]
}

export const hasAdminRights = (customer: Pick<CustomerRecord, 'allowDelegatedAccess' | 'gdap'>): boolean =>
  customer.allowDelegatedAccess || customer.gdap.active

/** DAP that is unused for this many days should be removed (BR-73). */
const inactiveAfterDays = 90

/** BR-73. Both times ISO UTC; for DAP that was never used, the caller passes the time of the grant. */
export const isInactive = (lastUsedAt: string, now: string): boolean =>
  Date.parse(now) - Date.parse(lastUsedAt) > inactiveAfterDays * 86_400_000

/** BR-28, BR-33: only a Global admin decides for the customer; `otherwise` refuses others. */
export const decidesForCustomer = (actor: Actor, otherwise: RefusalCode = 'admin_rights.needs_global_admin'): Verdict =>
  firstRefusal(
    () => (actor.organization.kind === 'customer' ? allowed : refused('role', 'admin_rights.only_customer_decides', 'BR-28')),
    () => (hasAnyRole(actor, ['global_admin']) ? allowed : refused('role', otherwise, 'BR-33')),
  )

/** BR-28, BR-29, BR-48: only the customer grants admin rights, once, to a partner that it works with. */
export const canGrantAdminRights = (
  actor: Actor,
  partner: PartnerOfCustomer,
  others: readonly PartnerOfCustomer[],
  policy: CloudPolicy,
): Decision =>
  decide('granted', partner.hasDap ? ['granted'] : [], () =>
    firstRefusal(
      () => decidesForCustomer(actor),
      () => canTransactWithAdmin(partner.transactsIn, others, policy),
    ),
  )

/** BR-47: the customer removes any partner's admin rights at any time. */
export const canRemoveAdminRights = (actor: Actor, partner: Pick<PartnerOfCustomer, 'hasDap'>): Verdict =>
  firstRefusal(
    () => decidesForCustomer(actor),
    () => (partner.hasDap ? allowed : refused('state', 'admin_rights.none', 'BR-47')),
  )

/**
 * BR-29: the owner asks the customer to grant admin rights to its reseller while they work together; where the customer starts (BR-28),
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

/** BR-23: refuses a second transacting partner with admin rights for a service that has room for one. */
export function canTransactWithAdmin(
  services: readonly string[],
  others: readonly PartnerOfCustomer[],
  policy: Pick<CloudPolicy, 'transactingPartnersWithAdminPerService'>,
): Verdict {
  const most = policy.transactingPartnersWithAdminPerService
  if (most === null) return allowed
  const full = services.find(
    (service) => others.filter((each) => each.hasDap && each.transactsIn.includes(service)).length >= most,
  )
  return full === undefined
    ? allowed
    : refused('cloud', 'admin_rights.service_has_transacting_partner', 'BR-23', { params: { service: full } })
}
