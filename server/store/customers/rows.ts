import type { Kysely, Selectable, Transaction } from 'kysely'
import { tagKeyOf } from '../../../domain/customers/tags.ts'
import { confirmsRelation, opensTenant } from '../../../domain/relationships/basis.ts'
import { batchesOf } from '../sql/batches.ts'
import { followClaims, withdrawClaims } from './claims.ts'
import type { CustomerRow } from './row.ts'
import { searchColumnsOf, sortKeyOf } from '../sql/fold.ts'
import type { Database } from '../sql/tables/database.ts'
import { StaleWrite } from '../errors.ts'
import { LostRace } from '../sql/transaction.ts'

export const keptOf = (
  { name_key: _name, search_text: _text, search_grams: _grams, tags, ...row }: Selectable<Database['customers']>,
): CustomerRow => ({ ...row, tags: tags ?? [] })

/** One partner's existing rows by tenant id; `locked` for a caller that will write them. */
export async function presentRows(
  db: Kysely<Database>,
  partnerId: string,
  ids: readonly string[],
  lock: 'locked' | 'unlocked',
): Promise<Map<string, CustomerRow>> {
  if (ids.length === 0) return new Map()
  const query = db.selectFrom('customers').selectAll().where('partner_id', '=', partnerId).where('id', 'in', [...new Set(ids)])
  const rows = await (lock === 'locked' ? query.orderBy('id').forUpdate() : query).execute()
  return new Map(rows.map((row) => [row.id, keptOf(row)]))
}

/** Locks rows of one partner's list until the transaction ends; throws StaleWrite when one is gone or no longer as required. */
export async function holdRows(
  trx: Transaction<Database>, partnerId: string, wanted: readonly { id: string; is: (customer: CustomerRow) => boolean }[],
): Promise<void> {
  if (wanted.length === 0) return
  const rows = await trx
    .selectFrom('customers')
    .selectAll()
    .where('partner_id', '=', partnerId)
    .where('id', 'in', wanted.map(({ id }) => id))
    .orderBy('id')
    .forShare()
    .execute()
  const customers = new Map(rows.map((row) => [row.id, keptOf(row)]))
  const isSo = wanted.every(({ id, is }) => {
    const line = customers.get(id)
    return line !== undefined && is(line)
  })
  if (!isSo) throw new StaleWrite('A customer is no longer in the list as it was')
}

/** The rows of a tenant in all partners' lists. */
export const rowsOfTenant = (db: Kysely<Database>, tenantId: string) =>
  db
    .selectFrom('confirmed_partners as works')
    .innerJoin('customers as line', (join) =>
      join.onRef('line.partner_id', '=', 'works.partner_id').onRef('line.id', '=', 'works.tenant_id'),
    )
    .where('works.tenant_id', '=', tenantId)

const rowOf = (row: CustomerRow) => ({
  ...row,
  aliases: JSON.stringify(row.aliases),
  tags: JSON.stringify(row.tags),
  name_key: sortKeyOf(row.company_name),
  ...searchColumnsOf(row.partner_id, [row.company_name, row.alias, ...row.aliases, row.domain, row.id]),
})

const byId = (a: CustomerRow, b: CustomerRow): number => (a.id < b.id ? -1 : 1)

/** Adds rows and counts. Throws {@link LostRace} when someone else made one meanwhile. */
export async function insertRows(trx: Transaction<Database>, rows: readonly CustomerRow[]): Promise<void> {
  if (rows.length === 0) return
  for (const batch of batchesOf(rows.toSorted(byId))) {
    const inserted = await trx
      .insertInto('customers')
      .values(batch.map(rowOf))
      .onConflict((conflict) => conflict.columns(['partner_id', 'id']).doNothing())
      .returning('id')
      .execute()
    if (inserted.length < batch.length) throw new LostRace('A customer of this list was added meanwhile')
  }
  await insertTags(trx, rows)
  await count(trx, rows.map((row) => row.partner_id), 1)
}

async function insertTags(trx: Transaction<Database>, rows: readonly CustomerRow[]): Promise<void> {
  const tags = rows.flatMap(({ partner_id, id: tenant_id, tags: own }) =>
    own.map((tag) => ({ partner_id, tag_key: tagKeyOf(tag), tenant_id, tag })))
  for (const batch of batchesOf(tags)) await trx.insertInto('customer_tags').values(batch).execute()
}

async function deleteTags(trx: Transaction<Database>, tenantId: string, partnerIds: readonly string[]): Promise<void> {
  await trx.deleteFrom('customer_tags').where('partner_id', 'in', partnerIds).where('tenant_id', '=', tenantId).execute()
}

/** Overwrites a row that {@link presentRows} locked, and leads its tags to it. */
export async function overwriteDescribed(trx: Transaction<Database>, row: CustomerRow): Promise<void> {
  await overwriteRows(trx, [row])
  await deleteTags(trx, row.id, [row.partner_id])
  await insertTags(trx, [row])
}

/** Removes a tenant from these partners' lists and counts, and the partners from the tenant's. */
export async function deleteRows(trx: Transaction<Database>, tenantId: string, partnerIds: readonly string[]): Promise<void> {
  if (partnerIds.length === 0) return
  const deleted = await trx
    .deleteFrom('customers')
    .where('partner_id', 'in', partnerIds)
    .where('id', '=', tenantId)
    .returning('partner_id')
    .execute()
  await deleteTags(trx, tenantId, partnerIds)
  await trx.deleteFrom('dap_uses').where('partner_id', 'in', partnerIds).where('tenant_id', '=', tenantId).execute()
  await count(trx, deleted.map((row) => row.partner_id), -1)
  for (const partnerId of partnerIds) await forgetPartner(trx, partnerId, [tenantId])
  await withdrawClaims(trx, tenantId, partnerIds)
}

/** Changes lists' counts in order, against deadlocks. */
async function count(trx: Transaction<Database>, partnerIds: readonly string[], by: 1 | -1): Promise<void> {
  const lists = [...Map.groupBy(partnerIds, (id) => id)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (lists.length === 0) return
  await trx
    .insertInto('customer_counts')
    .values(lists.map(([partnerId, rows]) => ({ partner_id: partnerId, count: by * rows.length })))
    .onConflict((conflict) =>
      conflict.column('partner_id').doUpdateSet((eb) => ({ count: eb('customer_counts.count', '+', eb.ref('excluded.count')) })),
    )
    .execute()
}

const overwritten = [
  'company_name', 'domain', 'aliases', 'country', 'relation', 'relation_text', 'basis', 'owner_id', 'reseller_id', 'dap',
  'dap_since', 'gdap_active', 'gdap_next_end', 'last_event_at', 'name_key', 'search_text', 'search_grams', 'version',
  'alias', 'notes', 'tags',
] as const

/** Overwrites rows that {@link presentRows} locked in this transaction. */
export async function overwriteRows(trx: Transaction<Database>, rows: readonly CustomerRow[]): Promise<void> {
  for (const batch of batchesOf(rows.toSorted(byId)))
    await trx
      .insertInto('customers')
      .values(batch.map(rowOf))
      .onConflict((conflict) =>
        conflict
          .columns(['partner_id', 'id'])
          .doUpdateSet((eb) => Object.fromEntries(overwritten.map((column) => [column, eb.ref(`excluded.${column}`)]))),
      )
      .execute()
}

/**
 * Keeps a tenant's partners in step with the partner's own rows (BR-06, BR-48): a partner's word alone makes a claim, not a partner.
 * Returns the newly claimed tenants.
 */
export async function followRelations(
  trx: Transaction<Database>, partnerId: string, rows: readonly CustomerRow[], at: string,
): Promise<string[]> {
  const works = (row: CustomerRow) => opensTenant(row.basis) && (row.relation === 'reseller' || row.dap || row.gdap_active)
  const [current, ended] = [rows.filter(works), rows.filter((customer) => !works(customer))]
  if (current.length > 0)
    await trx
      .insertInto('confirmed_partners')
      .values(
        current.toSorted(byId).map((line) => ({
          tenant_id: line.id,
          partner_id: partnerId,
          since: at,
          transacts: confirmsRelation(line.basis) && line.relation === 'reseller' && line.owner_id === partnerId,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'partner_id']).doUpdateSet((eb) => ({ transacts: eb.ref('excluded.transacts') })),
      )
      .execute()
  await forgetPartner(trx, partnerId, ended.map((line) => line.id))
  return followClaims(trx, partnerId, rows, at)
}

async function forgetPartner(trx: Transaction<Database>, partnerId: string, tenantIds: readonly string[]): Promise<void> {
  if (tenantIds.length > 0)
    await trx.deleteFrom('confirmed_partners').where('partner_id', '=', partnerId).where('tenant_id', 'in', tenantIds).execute()
}
