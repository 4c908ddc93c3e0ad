import type { Kysely, Transaction } from 'kysely'
import type { CustomerRecord } from '../../../../domain/customers/customer.ts'
import { isSystemCreated } from '../../../../domain/gdap/term/expiry.ts'
import type { Organization } from '../../../../domain/organizations/schemas.ts'
import { customerRowOf } from '../../customers/row.ts'
import { followRelations, insertRows } from '../../customers/rows.ts'
import { gdapKeys, keepGdapMoments, newGdapRow } from '../../gdap/row.ts'
import { batchesOf } from '../../sql/batches.ts'
import type { Database } from '../../sql/tables/database.ts'
import { inTransaction } from '../../sql/transaction.ts'
import { type CustomerPlan, customer, shareOf } from '../demo-customers.ts'
import { demoId, dice, tenantIdFrom } from '../demo-ids.ts'
import { fictitiousRoots } from '../demo-names.ts'
import { demoOrganizations } from '../demo-organizations.ts'
import { standing } from '../gdap/demo-gdap.ts'
import { seenByTenants } from '../gdap/seed-gdap.ts'
import { seedInvitations, type TokenHashOf } from '../invitations/seed-invitations.ts'
import { insertOrganizations, insertPartnerFacts, insertPartnerships } from '../seed-people.ts'
import { scalePlaces } from './scale-places.ts'
import { invitationOf } from './scale-stories.ts'

const { contoso } = demoOrganizations
const scripts: CustomerPlan['scripts'] = [['hangul', 40], ['latin', 30], ['cyrillic', 12], ['han', 10], ['katakana', 8]]
/** The first ones have most customers. */
const countries = ['KR', 'JP', 'US', 'DE', 'BR', 'CN'] as const
/** Numbers of the demo's scene end before. */
const beyondScene = 1_000_000
const rowsAtOnce = 2_000
const [everyInvited, everyGranted] = [5, 10]
const day = 24 * 60 * 60 * 1000

export type Scale = { customers: number; resellers: number; now: Date; tokenHashOf: TokenHashOf; told?: (done: number) => void }

/**
 * Fills Contoso's list, after the demo's scene, with this many customers, its resellers' lists with those that they carry, an invitation
 * for every fifth customer and a granular relationship for every tenth. The same every time; a chunk is one transaction. Returns false, and
 * adds nothing, when a part of it is there already.
 */
export async function seedScale(db: Kysely<Database>, { customers, resellers, now, tokenHashOf, told }: Scale): Promise<boolean> {
  const roll = dice(20260601)
  const sellers = resellersOf(resellers, roll)
  const isNew = await inTransaction(db, async (trx) => {
    const first = demoId('organization', beyondScene - 1)
    if (await trx.selectFrom('organizations').select('id').where('id', '=', first).executeTakeFirst()) return false
    for (const batch of batchesOf(sellers)) {
      await insertOrganizations(trx, batch)
      await insertPartnerFacts(trx, batch)
    }
    const pairs = sellers.map((reseller, position) => ({ id: demoId('partnership', beyondScene + position), provider: contoso, reseller }))
    const since = new Date(now.getTime() - 2 * 365 * day).toISOString()
    for (const batch of batchesOf(pairs)) await insertPartnerships(trx, batch, since)
    return true
  })
  if (!isNew) return false
  for (let from = 0; from < customers; from += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, customers - from)
    await inTransaction(db, (trx) => seedChunk(trx, { from, count, sellers, now, tokenHashOf, roll: dice(from + 1) }))
    told?.(from + count)
  }
  return true
}

/** The first one is at the end, and tells that all are there. */
const resellersOf = (count: number, roll: () => number): Organization[] =>
  Array.from({ length: count }, (_, position) => {
    const name = `${fictitiousRoots[position % fictitiousRoots.length] ?? 'Contoso'} Resell ${position + 1}`
    return {
      id: demoId('organization', beyondScene - 1 - position),
      tenantId: tenantIdFrom(roll),
      displayName: name,
      domain: `reseller${position + 1}.example`,
      kind: 'indirect_reseller',
      cloud: 'global',
      country: 'KR',
      partnerId: String(7_000_000 + position),
    }
  })

/** One roll's numbers for each position: ids that never meet. */
const diceOf = (position: number) => dice(Math.imul(position, 0x9e3779b1))

type Chunk = {
  from: number; count: number; sellers: readonly Organization[]; now: Date; tokenHashOf: TokenHashOf; roll: () => number
}

async function seedChunk(trx: Transaction<Database>, { from, count, sellers, now, tokenHashOf, roll }: Chunk): Promise<void> {
  const carried = Array.from({ length: count }, (_, index) => {
    // A few resellers have most customers.
    const seller = sellers[Math.floor(roll() ** 3 * sellers.length)] ?? null
    const country = countries[Math.floor(roll() ** 2 * countries.length)] ?? 'KR'
    const made = customer({ owner: contoso, reseller: seller, scripts, now, places: scalePlaces }, beyondScene + from + index, roll)
    const id = tenantIdFrom(diceOf(from + index))
    return { seller, record: { ...made, id, companyProfile: { ...made.companyProfile, tenantId: id }, country } }
  })
  const records = carried.map(({ record }) => record)
  await seedRows(trx, contoso, records, now)
  for (const [seller, those] of Map.groupBy(carried, (each) => each.seller))
    if (seller) await seedRows(trx, seller, shareOf(seller, those.map(({ record }) => record)), now)
  const made = carried.filter((_, index) => (from + index) % everyInvited === 0).map(({ record, seller }, index) =>
    invitationOf(record, { number: (from / everyInvited) + index, reseller: roll() < 0.4 ? seller : null, now, roll }))
  const answered = made.filter(({ answers }) => answers.length > 0).map(({ organization }) => organization)
  for (const batch of batchesOf(answered)) await insertOrganizations(trx, batch)
  await seedInvitations(trx, made, tokenHashOf, beyondScene + from * 10)
  await seedGranular(trx, records.filter((_, index) => (from + index) % everyGranted === 0), now)
}

async function seedRows(trx: Transaction<Database>, partner: Organization, records: readonly CustomerRecord[], now: Date): Promise<void> {
  const rows = records.map((record) => customerRowOf(partner.id, record))
  await insertRows(trx, rows)
  await followRelations(trx, partner.id, rows, now.toISOString())
  const events = rows.map(({ partner_id, id, last_event_at }) => (
    { partner_id, tenant_id: id, at: last_event_at, action: 'customer.imported' as const, performed_by: 'Minseo Bae' }
  ))
  for (const batch of batchesOf(events)) await trx.insertInto('line_events').values(batch).execute()
}

/** A relationship for each, as the demo makes them for active rights. */
async function seedGranular(trx: Transaction<Database>, records: readonly CustomerRecord[], now: Date): Promise<void> {
  const active = records.map((record, position) => ({
    ...record,
    gdap: { active: true, nextEndDateTime: record.gdap.nextEndDateTime ?? new Date(now.getTime() + (position % 700) * day).toISOString() },
  }))
  const relationships = standing(contoso, active, now).map((each, position) => {
    const tenantId = active[position]?.id ?? ''
    const displayName = isSystemCreated(each.displayName) ? `MLT_${tenantId}` : each.displayName
    return { ...each, displayName, id: `${tenantId}-${tenantId}` }
  })
  for (const batch of batchesOf(relationships)) {
    await trx.insertInto('gdap_relationships').values(batch.map((each) => newGdapRow(each, 'Jiwoo Han'))).execute()
    await keepGdapMoments(trx, gdapKeys(batch.map(({ id, partner }) => ({ id, partner_id: partner.id }))))
    await trx.insertInto('gdap_directory').values(batch.map(({ id, partner }) => ({ id, partner_id: partner.id }))).execute()
    await trx.insertInto('gdap_of_tenants').values(batch.flatMap(seenByTenants)).execute()
  }
}
