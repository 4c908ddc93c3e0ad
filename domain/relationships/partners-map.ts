import type { SubscriptionFacts } from '../subscriptions/subscription.ts'
import type { PartnerOfCustomer } from './admin-rights.ts'
import type { PartnerRow } from './partner-row.ts'
import type { PartnerOfTenant } from './schemas.ts'

const runs = ({ status }: SubscriptionFacts): boolean => status === 'active' || status === 'suspended' || status === 'pending'

/** Returns the services of this partner's running CSP subscriptions, whether or not its list has the customer (BR-23). */
export const servicesSoldBy = (partnerId: string, subscriptions: readonly SubscriptionFacts[]): Set<string> =>
  new Set(
    subscriptions
      .filter((each) => runs(each) && each.channel === 'csp' && each.seller?.organizationId === partnerId)
      .map(({ service }) => service),
  )

/** Joins every partner of a customer with what it sells; services by name (BR-15, BR-20, BR-22, BR-48). */
export function partnersMap(rows: readonly PartnerRow[], subscriptions: readonly SubscriptionFacts[]): PartnerOfTenant[] {
  const running = subscriptions.filter(runs)
  return rows.map((row) => {
    const sold = servicesSoldBy(row.partner.id, subscriptions)
    const ofRecord = new Set(
      running.filter(({ partnerId }) => partnerId !== null && partnerId === row.partnerId).map(({ service }) => service),
    )
    const services = [...new Set([...sold, ...ofRecord])].toSorted()
    return {
      ...row,
      services: services.map((service) => ({ service, transacts: sold.has(service), partnerOfRecord: ofRecord.has(service) })),
    }
  })
}

/** Hides from another partner for whom a reseller works (BR-32). */
export const asPartnerReads = (rows: readonly PartnerOfTenant[], readerId: string): PartnerOfTenant[] =>
  rows.map((row) => (row.partner.id === readerId || row.worksFor?.id === readerId ? row : { ...row, worksFor: null }))

export const partnerFacts = (row: PartnerOfTenant): PartnerOfCustomer => ({
  partnerId: row.partner.id,
  hasRelationship: row.relationshipToPartner === 'reseller',
  hasDap: row.allowDelegatedAccess,
  transactsIn: row.services.filter(({ transacts }) => transacts).map(({ service }) => service),
})
