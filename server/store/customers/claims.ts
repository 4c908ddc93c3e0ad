import { type Kysely, sql, type Transaction } from 'kysely'
import type { Page } from '../../../domain/page.ts'
import { claimsTenant, confirmsRelation, opensTenant } from '../../../domain/relationships/basis.ts'
import type { TenantClaim } from '../../../domain/relationships/schemas.ts'
import type { CursorHome } from '../sql/cursor.ts'
import type { CustomerRow } from './row.ts'
import { countedUpTo, pageFrom, type PageRequest, positionOf } from '../sql/page.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'
import { StaleWrite } from '../errors.ts'
import type { Write } from '../write.ts'
import { tenantOf } from '../organizations/organizations.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import { writing } from '../sql/writing.ts'

const countCap = 1_000

/** `open`: not disputed by the tenant. */
type ClaimView = { state?: 'open' | undefined }

export const customerClaims = (db: Kysely<Database>) => ({
  /** Partners' unconfirmed claims on the organisation's tenant, newest first. */
  list: async (tenant: Scope, view: ClaimView, page: PageRequest): Promise<Page<TenantClaim>> => {
    const home: CursorHome = { list: 'claims', organizationId: tenant.organizationId, view }
    const after = positionOf(home, page)
    const all = claimsOn(db, tenant).$if(view.state === 'open', (claims) => claims.where('claim.disputed_at', 'is', null))
    let query = all.orderBy('claim.at', 'desc').orderBy('claim.partner_id', 'desc').limit(page.limit + 1)
    if (after) query = query.where(sql<boolean>`(claim.at, claim.partner_id) < (${after.keys[0]}::timestamptz, ${after.keys[1]}::uuid)`)
    const rows = await query.execute()
    const total = after?.total ?? (await countedUpTo(db, countCap, all))
    return pageFrom(home, page.limit, rows, total, { item: claimOf, keys: (row) => [row.at, row.id] })
  },

  find: async (tenant: Scope, partnerId: string): Promise<TenantClaim | undefined> => {
    if (!isUuid(partnerId)) return undefined
    const row = await claimsOn(db, tenant).where('claim.partner_id', '=', partnerId).executeTakeFirst()
    return row && claimOf(row)
  },

  /** Disputes once; StaleWrite when it is disputed already or gone. The partner's row shows it. */
  dispute: (tenant: Scope, { partnerId, by }: { partnerId: string; by: string }, write: Write<void>): Promise<void> =>
    writing(db, tenant.organizationId, write, (trx) => say(trx, tenant, partnerId, { at: write.at, by, is: 'disputed' })),

  /** Withdraws a dispute and records it; StaleWrite when it is not disputed or gone. */
  withdrawDispute: (tenant: Scope, { partnerId, by }: { partnerId: string; by: string }, write: Write<void>): Promise<void> =>
    writing(db, tenant.organizationId, write, (trx) => say(trx, tenant, partnerId, { at: write.at, by, is: 'withdrawn' })),
})

type Said = { at: string; by: string; is: 'disputed' | 'withdrawn' }

/** Records a dispute or its withdrawal, and by whom. */
async function say(trx: Transaction<Database>, tenant: Scope, partnerId: string, { at, by, is }: Said) {
  const never = { disputed_at: null, disputed_by: null, withdrawn_at: null, withdrawn_by: null }
  const tenantId = await tenantOf(trx, tenant)
  // Locks the row first, as every writer of both does, against deadlocks.
  await trx
    .updateTable('customers')
    .set({ version: sql<number>`version + 1`, last_event_at: at })
    .where((eb) => eb.and({ partner_id: partnerId, id: tenantId }))
    .execute()
  const said = await trx
    .updateTable('customer_claims')
    .set(is === 'disputed' ? { ...never, disputed_at: at, disputed_by: by } : { ...never, withdrawn_at: at, withdrawn_by: by })
    .where((eb) => eb.and({ tenant_id: tenantId, partner_id: partnerId, stands: true }))
    .where('disputed_at', is === 'disputed' ? 'is' : 'is not', null)
    .returning('partner_id')
    .executeTakeFirst()
  if (!said) throw new StaleWrite('This is what the tenant says of the claim already, or the claim stands no more')
}

const claimsOn = (db: Kysely<Database>, tenant: Scope) =>
  db
    .selectFrom('customer_claims as claim')
    .innerJoin('organizations as itself', 'itself.tenant_id', 'claim.tenant_id')
    .innerJoin('organizations as partner', 'partner.id', 'claim.partner_id')
    .leftJoin('customers as line', (join) =>
      join.onRef('line.partner_id', '=', 'claim.partner_id').onRef('line.id', '=', 'claim.tenant_id'),
    )
    .select(['claim.at', 'claim.disputed_at', 'claim.disputed_by', 'claim.withdrawn_at', 'claim.withdrawn_by', 'line.basis'])
    .select(['partner.id', 'partner.tenant_id', 'partner.display_name', 'partner.kind'])
    .where((eb) => eb.and({ 'itself.id': tenant.organizationId, 'claim.stands': true }))

type Row = Awaited<ReturnType<ReturnType<typeof claimsOn>['execute']>>[number]

const claimOf = (row: Row): TenantClaim => ({
  id: row.id,
  partner: { id: row.id, tenantId: row.tenant_id, displayName: row.display_name },
  kind: row.kind,
  since: row.at,
  hasAdminRights: row.basis !== null && opensTenant(row.basis),
  disputed: row.disputed_at === null ? null : { at: row.disputed_at, by: row.disputed_by ?? '' },
  withdrawn: row.withdrawn_at === null ? null : { at: row.withdrawn_at, by: row.withdrawn_by ?? '' },
})

/**
 * Keeps claims in step with one partner's rows. Returns the tenants that the partner claims for the first time; a dispute outlives the row,
 * and ends when the customer withdraws it or confirms the relation.
 */
export async function followClaims(
  trx: Transaction<Database>, partnerId: string, rows: readonly CustomerRow[], at: string,
): Promise<string[]> {
  const claimed = rows.filter(claimsTenant).map(({ id }) => id).toSorted()
  const known = claimed.length === 0 ? [] : await trx
    .insertInto('customer_claims')
    .values(claimed.map((id) => ({ tenant_id: id, partner_id: partnerId, at, stands: true })))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'partner_id']).doNothing())
    .returning('tenant_id')
    .execute()
  const fresh = new Set(known.map((row) => row.tenant_id))
  const unsaid = { stands: false as const, disputed_at: null, disputed_by: null, withdrawn_at: null, withdrawn_by: null }
  const change = async (tenantIds: readonly string[], to: { stands: false } | typeof unsaid) => {
    if (tenantIds.length === 0) return
    await trx.updateTable('customer_claims').set(to).where('partner_id', '=', partnerId).where('tenant_id', 'in', tenantIds).execute()
  }
  await sayAgain(trx, partnerId, claimed.filter((id) => !fresh.has(id)), at)
  const [confirmed, rest] = [rows.filter((line) => confirmsRelation(line.basis)), rows.filter((line) => !confirmsRelation(line.basis))]
  await change(confirmed.map(({ id }) => id), unsaid)
  await change(rest.filter((line) => !claimsTenant(line)).map(({ id }) => id), { stands: false })
  return [...fresh]
}

/** A withdrawn claim starts now; a standing one keeps its start. */
async function sayAgain(trx: Transaction<Database>, partnerId: string, tenantIds: readonly string[], at: string): Promise<void> {
  if (tenantIds.length === 0) return
  await trx
    .updateTable('customer_claims')
    .set({ stands: true, at })
    .where('partner_id', '=', partnerId)
    .where('tenant_id', 'in', tenantIds)
    .where('stands', '=', false)
    .execute()
}

export async function withdrawClaims(trx: Transaction<Database>, tenantId: string, partnerIds: readonly string[]): Promise<void> {
  await trx
    .updateTable('customer_claims')
    .set({ stands: false })
    .where('tenant_id', '=', tenantId)
    .where('partner_id', 'in', partnerIds)
    .execute()
}
