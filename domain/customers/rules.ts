import { hasAnyRole, partnerKindOf, type Actor } from '../session/actor.ts'
import type { PartnerKind } from '../organizations/kinds.ts'
import { allowed, refused, type Verdict } from '../verdict.ts'

/** The partners that transact, and so have a customer list of their own in Partner Center. */
const listOwners: readonly PartnerKind[] = ['direct_partner', 'indirect_provider']

/** BR-103, BR-104: Partner Center's customer list is exported, and so imported, by the partner that owns the relationships. */
export function canImportCustomers(actor: Actor): Verdict {
  const kind = partnerKindOf(actor)
  if (kind === undefined || !listOwners.includes(kind))
    return refused('role', 'import.only_relationship_owners', 'BR-103', { whoMay: listOwners })
  return hasAnyRole(actor, ['admin_agent', 'sales_agent']) ? allowed : refused('role', 'import.needs_admin_or_sales_agent', 'BR-104')
}
