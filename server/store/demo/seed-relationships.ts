import { sql, type Transaction } from 'kysely'
import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import { undescribed } from '../../../domain/customers/description.ts'
import { refOf } from '../../../domain/invitations/transitions.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { followRelations, insertRows } from '../customers/rows.ts'
import { customerRowOf } from '../customers/row.ts'
import type { Database } from '../sql/tables/database.ts'
import { demoCustomers as customers, demoOrganizations as at, demoOtherPartners as others } from './demo-organizations.ts'
import { demoId } from './demo-ids.ts'
import { demoSubscriptions } from './demo-subscriptions.ts'
import { seedCustomerHistory } from './seed-customer-history.ts'

type Work = {
  for: Organization
  by: Organization
  owner?: Organization
  reseller?: Organization
  admin?: true
  onlySaid?: true
  sinceDaysAgo: number
}

/** Who else works for customers of the scene. */
const works: readonly Work[] = [
  { for: at.tailspin, by: others.trey, reseller: others.bellows, admin: true, sinceDaysAgo: 230 },
  { for: at.tailspin, by: others.bellows, owner: others.trey, reseller: others.bellows, sinceDaysAgo: 230 },
  { for: at.tailspin, by: others.cityPower, onlySaid: true, sinceDaysAgo: 12 },
  { for: customers.vanArsdel, by: others.trey, admin: true, sinceDaysAgo: 90 },
  { for: customers.humongous, by: others.southridgeGermany, admin: true, sinceDaysAgo: 140 },
  { for: customers.blueYonder, by: others.firstUp, admin: true, sinceDaysAgo: 170 },
]

const day = 24 * 60 * 60 * 1000
/** Precedes the events of the customer rows. */
const disputeEvent = 19_999

/** Seeds purchases, further partners and their starts, after the customer lists. */
export async function seedRelationships(trx: Transaction<Database>, now: Date): Promise<void> {
  for (const work of works) {
    const row = customerRowOf(work.by.id, recordOf(work, now))
    await insertRows(trx, [row])
    await followRelations(trx, work.by.id, [row], now.toISOString())
  }
  await sql`
    update confirmed_partners set since = line.last_event_at from customers as line
    where line.partner_id = confirmed_partners.partner_id and line.id = confirmed_partners.tenant_id`.execute(trx)
  await seedCustomerHistory(trx)
  await seedClaims(trx, now)
  const subscriptions = demoSubscriptions(now).map(({ tenantId, facts }) => (
    { tenant_id: tenantId, id: facts.id, facts: JSON.stringify(facts), version: 1 }
  ))
  await trx.insertInto('subscriptions').values(subscriptions).execute()
  const asked = { asked_at: new Date(now.getTime() - 2 * day).toISOString(), asked_by: 'Nari Hwang' }
  const parties = { tenant_id: at.tailspin.tenantId, reseller_id: others.bellows.id, owner_id: others.trey.id }
  await trx.insertInto('admin_requests').values({ ...parties, ...asked }).execute()
}

/** Claims are as old as their rows; one of Contoso's is disputed. */
async function seedClaims(trx: Transaction<Database>, now: Date): Promise<void> {
  await sql`
    update customer_claims set at = line.last_event_at from customers as line
    where line.partner_id = customer_claims.partner_id and line.id = customer_claims.tenant_id`.execute(trx)
  const disputed = await trx
    .selectFrom('customers')
    .select(['id', 'company_name'])
    .where((eb) => eb.and({ partner_id: at.contoso.id, basis: 'said_by_partner', relation: 'reseller' }))
    .orderBy('name_key')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const [when, by] = [new Date(now.getTime() - 3 * day).toISOString(), 'Somin Kang']
  const ofContoso = { partner_id: at.contoso.id }
  await trx.updateTable('customer_claims').set({ disputed_at: when, disputed_by: by })
    .where((eb) => eb.and({ ...ofContoso, tenant_id: disputed.id })).execute()
  await trx.updateTable('customers').set({ last_event_at: when }).where((eb) => eb.and({ ...ofContoso, id: disputed.id })).execute()
  await trx
    .insertInto('audit_events')
    .values({
      organization_id: at.contoso.id, id: demoId('event', disputeEvent), at: when, action: 'customer.disputed', noun: 'customers',
      noun_id: disputed.id, performed_by: by, organization_name: disputed.company_name,
      details: JSON.stringify({ partner: at.contoso.displayName }),
    })
    .execute()
}

const recordOf = (
  { for: { tenantId, displayName, domain, country }, by, owner = by, reseller, admin, onlySaid, sinceDaysAgo }: Work,
  now: Date,
): CustomerRecord => ({
  id: tenantId,
  companyProfile: { tenantId, domain, companyName: displayName },
  ...undescribed(),
  aliases: [],
  country,
  relationshipToPartner: 'reseller',
  relationshipText: null,
  basis: onlySaid ? 'said_by_partner' : 'accepted',
  disputedAt: null,
  owner: refOf(owner),
  reseller: reseller ? refOf(reseller) : null,
  allowDelegatedAccess: admin === true,
  gdap: { active: false, nextEndDateTime: null },
  lastEventAt: new Date(now.getTime() - sinceDaysAgo * day).toISOString(),
  version: 1,
})
