import { hasAnyRole, partnerKindOf, type Actor } from '../session/actor.ts'
import type { PartnerKind } from '../organizations/kinds.ts'
import type { Organization } from '../organizations/schemas.ts'
import { allowed, refused, type Verdict } from '../verdict.ts'

/** Transacting partners have a customer list of their own in Partner Center. */
const listOwners: readonly PartnerKind[] = ['direct_partner', 'indirect_provider']

/** BR-103, BR-104: Partner Center's customer list is exported, and so imported, by the partner that owns the relationships. */
export function canImportCustomers(actor: Actor): Verdict {
  const kind = partnerKindOf(actor)
  if (kind === undefined || !listOwners.includes(kind))
    return refused('role', 'import.only_relationship_owners', 'BR-103', { whoMay: listOwners })
  return hasAnyRole(actor, ['admin_agent', 'sales_agent']) ? allowed : refused('role', 'import.needs_admin_or_sales_agent', 'BR-104')
}

/** BR-106, BR-109: who gives a customer of its own list an alias, notes and tags. */
export const canDescribeCustomer = (actor: Actor): Verdict =>
  partnerKindOf(actor) !== undefined && hasAnyRole(actor, ['global_admin', 'admin_agent', 'sales_agent'])
    ? allowed
    : refused('role', 'description.needs_admin_or_sales_agent', 'BR-106')

/** BR-21, BR-34, BR-39, BR-54d: a partner's customers share its cloud and country; the refusal does not say which rule failed. */
export const canBeCustomerOf = (partner: Organization, { kind, cloud, country }: Organization): boolean =>
  kind === 'customer' && cloud === partner.cloud && country === partner.country

/**
 * An organisation's limit of rows refused as foreign customers in a day (UTC), since each refusal reveals that the portal knows a tenant.
 */
const mostRefusedRows = 200

/** BR-104: `today` includes these `rows`. An organisation that has used up its day imports nothing before the next. */
export const canGoOnImporting = (today: number, rows: number): Verdict =>
  today > mostRefusedRows || (rows === 0 && today === mostRefusedRows)
    ? refused('limit', 'import.too_many_refused', 'BR-104', { params: { limit: mostRefusedRows } })
    : allowed
