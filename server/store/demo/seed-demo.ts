import type { Kysely, Transaction } from 'kysely'
import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { followRelations, insertRows } from '../customers/rows.ts'
import { customerRowOf } from '../customers/row.ts'
import type { Database } from '../sql/tables/database.ts'
import { inTransaction } from '../sql/transaction.ts'
import { contosoStories } from './invitations/contoso-invitations.ts'
import { type CustomerPlan, customersOf, shareOf } from './demo-customers.ts'
import { demoOrganizations as at } from './demo-organizations.ts'
import { otherStories } from './invitations/other-invitations.ts'
import { scene } from './scene.ts'
import { seedDapUses } from './gdap/seed-dap-uses.ts'
import { seedGdap } from './gdap/seed-gdap.ts'
import { seedInvitations, type TokenHashOf } from './invitations/seed-invitations.ts'
import { seedOrganizations, seedOtherPartnerships, seedPartnerFacts, seedPartnerships, seedPeople } from './seed-people.ts'
import { seedRelationships } from './seed-relationships.ts'
import { demoInvitation, type DemoInvitation } from './invitations/demo-invitation.ts'

const year = 365 * 24 * 60 * 60 * 1000

/**
 * Fills a migrated database with the demo's scene, once, also when several processes start together. Ids, names and states are fixed; times
 * count back from `now`. Does all of it or nothing.
 */
export const seedDemo = (db: Kysely<Database>, { now, tokenHashOf }: { now: Date; tokenHashOf: TokenHashOf }): Promise<void> =>
  inTransaction(db, async (trx) => {
    if (!(await seedOrganizations(trx))) return
    await seedPeople(trx)
    await seedPartnerFacts(trx)
    await seedPartnerships(trx, new Date(now.getTime() - 2 * year).toISOString())
    await seedOtherPartnerships(trx, new Date(now.getTime() - year / 2).toISOString())
    const invitations = [...contosoStories, ...otherStories].map((story) => demoInvitation(story, now))
    await seedInvitations(trx, invitations, tokenHashOf)
    const lists = rowsOf(invitations, now)
    for (const [partner, rows] of lists) await seedCustomers(trx, partner, rows, now)
    await seedRelationships(trx, now)
    await seedDapUses(trx, lists, now)
    await seedGdap(trx, lists, now)
  })

async function seedCustomers(
  trx: Transaction<Database>,
  partner: Organization,
  records: readonly CustomerRecord[],
  now: Date,
): Promise<void> {
  const rows = records.map((record) => customerRowOf(partner.id, record))
  await insertRows(trx, rows)
  await followRelations(trx, partner.id, rows, now.toISOString())
}

const korean: CustomerPlan['scripts'] = [['hangul', 44], ['latin', 32], ['han', 9], ['katakana', 8], ['cyrillic', 7]]

/** Every partner's list: customers who accepted an invitation of the scene, and earlier ones. */
function rowsOf(invitations: readonly DemoInvitation[], now: Date): [Organization, CustomerRecord[]][] {
  const accepted = (partner: Organization): CustomerRecord[] => {
    const customers = invitations.flatMap((invitation) => invitation.customers)
    const rows = customers.filter(({ organizationId }) => organizationId === partner.id).map(({ record }) => record)
    return [...new Map(rows.map((row) => [row.id, row])).values()]
  }
  const listsOf = (plan: Omit<CustomerPlan, 'now'>): [Organization, CustomerRecord[]][] => {
    const invited = accepted(plan.owner)
    const before = customersOf({ ...plan, now, count: plan.count - invited.length })
    const { reseller } = plan
    return [
      [plan.owner, [...invited, ...before]],
      ...(reseller ? [[reseller, [...accepted(reseller), ...shareOf(reseller, before)]] as [Organization, CustomerRecord[]]] : []),
    ]
  }
  return [
    ...listsOf({ owner: at.contoso, reseller: at.litware, count: scene.customerCount, seed: 7, scripts: korean }),
    ...listsOf({ owner: at.adatum, reseller: null, count: 24, seed: 11, scripts: [['portuguese', 80], ['latin', 20]] }),
    ...listsOf({ owner: at.fabrikam, reseller: at.wingtip, count: 18, seed: 13, scripts: [['german', 85], ['latin', 15]] }),
    ...listsOf({ owner: at.woodgrove, reseller: at.alpine, count: 20, seed: 17, scripts: [['han', 85], ['latin', 15]] }),
  ]
}
