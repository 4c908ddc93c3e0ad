import type { CustomerRecord } from '../../../../domain/customers/customer.ts'
import type { Organization } from '../../../../domain/organizations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { drawn, pick } from '../demo-customers.ts'
import { demoId } from '../demo-ids.ts'
import { demoPeople } from '../demo-people.ts'
import {
  accept, decline, type Deed, type DemoInvitation, demoInvitation, open, send, withdraw,
} from '../invitations/demo-invitation.ts'

/** Far from the numbers of the demo's scene. */
const firstInvitation = 1_000_000

const makers: readonly Actor[] = [demoPeople['provider.admin'], demoPeople['provider.sales']]
const signer = 'Global administrator'

/** What becomes of an invitation, by weight. */
const courses = [
  ['accepted', 46], ['declined', 6], ['withdrawn', 8], ['lapsed', 22], ['waiting', 10], ['opened', 5], ['new', 3],
] as const

/** The organisation of an invited tenant. */
const organizationOf = (customer: CustomerRecord, number: number): Organization => ({
  id: demoId('organization', firstInvitation + number),
  tenantId: customer.id,
  displayName: customer.companyProfile.companyName,
  domain: customer.companyProfile.domain,
  kind: 'customer',
  cloud: 'global',
  country: customer.country ?? 'KR',
})

/** Contoso's invitation of one of its customers and all that became of it, by the API's own transitions. */
export function invitationOf(
  customer: CustomerRecord,
  { number, reseller, now, roll }: { number: number; reseller: Organization | null; now: Date; roll: () => number },
): DemoInvitation & { organization: Organization } {
  const organization = organizationOf(customer, number)
  const course = drawn(courses, roll)
  const waits = course === 'waiting' || course === 'opened' || course === 'new'
  const madeDaysAgo = waits ? roll() * 28 : 40 + roll() ** 2 * 700
  const after = (share: number) => madeDaysAgo - share * Math.min(madeDaysAgo, 20)
  const carry: Deed = reseller
    ? { deed: 'forward', daysAgo: after(0.1), by: resellersPerson(reseller), email: `it@${organization.domain}` }
    : send(after(0.1))
  const deeds: Record<typeof course, readonly Deed[]> = {
    accepted: [carry, open(after(0.3)), accept(after(0.5), organization, signer)],
    declined: [carry, open(after(0.3)), decline(after(0.5), organization, signer, roll() < 0.5 ? 'We stay with our partner.' : null)],
    withdrawn: [carry, withdraw(after(0.6))],
    lapsed: roll() < 0.4 ? [carry, open(after(0.4))] : [carry],
    waiting: [carry],
    opened: [carry, open(after(0.4))],
    new: [],
  }
  const { displayName: companyName, domain, tenantId } = organization
  const made = demoInvitation({
    id: demoId('invitation', firstInvitation + number),
    maker: pick(makers, roll),
    reseller,
    madeDaysAgo,
    deeds: deeds[course],
    draft: {
      ...(reseller ? { delivery: 'via_reseller', resellerId: reseller.id } : { delivery: 'direct' }),
      customer: { companyName, domain, tenantId, email: `it@${domain}` },
      reusable: false,
      includeDap: false,
      language: 'ko',
      expiresInDays: 30,
    },
  }, now)
  return { ...made, organization }
}

const resellersPerson = (organization: Organization): Actor => ({
  organization,
  user: { id: demoId('user', 98), displayName: 'Sales agent', email: `sales@${organization.domain}`, roles: ['sales_agent'], locale: 'ko' },
})
