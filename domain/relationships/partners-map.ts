import type { SubscriptionFacts } from '../subscriptions/subscription.ts'
import type { PartnerOfCustomer } from './admin-rights.ts'
import type { PartnerLine } from './partner-line.ts'
import type { PartnerOfTenant } from './schemas.ts'

const runs = ({ status }: SubscriptionFacts): boolean => status === 'active' || status === 'suspended' || status === 'pending'

/** The services of which this partner sells a running subscription in CSP there, whether or not it has the customer in its list (BR-23). */
export const servicesSoldBy = (partnerId: string, subscriptions: readonly SubscriptionFacts[]): Set<string> =>
  new Set(
    subscriptions
      .filter((each) => runs(each) && each.channel === 'csp' && each.seller?.organizationId === partnerId)
      .map(({ service }) => service),
  )

/** Every partner of one customer with what it sells and stands for; services in order of their names (BR-15, BR-20, BR-22, BR-48). */
export function partnersMap(lines: readonly PartnerLine[], subscriptions: readonly SubscriptionFacts[]): PartnerOfTenant[] {
  const running = subscriptions.filter(runs)
  return lines.map((line) => {
    const sold = servicesSoldBy(line.partner.id, subscriptions)
    const ofRecord = new Set(
      running.filter(({ partnerId }) => partnerId !== null && partnerId === line.partnerId).map(({ service }) => service),
    )
    const services = [...new Set([...sold, ...ofRecord])].toSorted()
    return {
      ...line,
      services: services.map((service) => ({ service, transacts: sold.has(service), partnerOfRecord: ofRecord.has(service) })),
    }
  })
}

/** As another partner of the customer reads the map: for whom a reseller works is told to the two of them alone (BR-32). */
export const asPartnerReads = (rows: readonly PartnerOfTenant[], readerId: string): PartnerOfTenant[] =>
  rows.map((row) => (row.partner.id === readerId || row.worksFor?.id === readerId ? row : { ...row, worksFor: null }))

/** The row of the map as the rules on admin rights want it. */
export const partnerFacts = (row: PartnerOfTenant): PartnerOfCustomer => ({
  partnerId: row.partner.id,
  hasRelationship: row.relationshipToPartner === 'reseller',
  hasDelegatedAdmin: row.allowDelegatedAccess,
  transactsIn: row.services.filter(({ transacts }) => transacts).map(({ service }) => service),
})
