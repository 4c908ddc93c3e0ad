import { type Expression, type ExpressionBuilder, type Kysely, sql, type Transaction } from 'kysely'
import { endsWithPartnership } from '../../../domain/partnerships/ending.ts'
import type { Removal } from '../../../domain/partnerships/schemas.ts'
import { keepMoments, keysOf } from '../invitations/row.ts'
import { keepSightsOf, throughInvitations } from '../relationship-requests/sights.ts'
import { batchesOf } from '../sql/batches.ts'
import { countedUpTo } from '../sql/page.ts'
import type { Database } from '../sql/tables/database.ts'
import { StaleWrite } from '../errors.ts'

/** What ended with a partnership: invitations by id, drafts by name, customers whose requests ended, and the reseller's own invitation. */
export type Ended = {
  invitations: readonly string[]
  drafts: readonly { id: string; displayName: string }[]
  asks: readonly { tenantId: string; organizationId: string | null }[]
  invites: readonly { id: string; tenantId: string; displayName: string }[]
}

export type Parties = { provider: { id: string; tenantId: string }; reseller: { id: string; tenantId: string } }

/** What ends with a partnership, both for the count and for the end. */
const unanswered = ({ provider, reseller }: Parties) => (eb: ExpressionBuilder<Database, 'invitations'>) => {
  const { delivery, from } = endsWithPartnership.invitations
  return eb.and([
    eb('partner_id', '=', provider.id), eb('reseller_id', '=', reseller.id), eb('delivery', '=', delivery), eb('state', 'in', from),
  ])
}

const draftsForReseller = ({ provider, reseller }: Parties) => (eb: ExpressionBuilder<Database, 'gdap_relationships'>) => {
  const { status, isPartnerConsentPending } = endsWithPartnership.drafts
  return eb.and([
    eb('partner_id', '=', reseller.id), eb('provider_tenant_id', '=', provider.tenantId), eb('status', '=', status),
    eb('consent_pending', '=', isPartnerConsentPending),
  ])
}

/** The reseller's customers in the provider's own list. */
const through = ({ provider, reseller }: Parties) => (eb: ExpressionBuilder<Database, 'customers'>) =>
  eb.and([eb('partner_id', '=', provider.id), eb('customers.reseller_id', '=', reseller.id)])

/** Requests concern customers in the provider's own list, for the row's reseller. */
const asksForReseller = (parties: Parties) => (eb: ExpressionBuilder<Database, 'admin_requests'>) =>
  eb.and([
    eb('tenant_id', 'in', eb.selectFrom('customers').select('customers.id').where(through(parties))),
    eb('owner_id', '=', parties.provider.id),
    eb('admin_requests.reseller_id', '=', parties.reseller.id),
  ])

const countCap = 10_000

export async function removalOf(db: Kysely<Database>, parties: Parties): Promise<Omit<Removal, 'keepsMails'>> {
  const total = (rows: Expression<unknown>) => countedUpTo(db, countCap, rows)
  return {
    invitations: await total(db.selectFrom('invitations').select(sql`1`.as('one')).where(unanswered(parties))),
    drafts: await total(db.selectFrom('gdap_relationships').select(sql`1`.as('one')).where(draftsForReseller(parties))),
    asks: await total(db.selectFrom('admin_requests').select(sql`1`.as('one')).where(asksForReseller(parties))),
    customers: await total(db.selectFrom('customers').select(sql`1`.as('one')).where(through(parties))),
  }
}

/**
 * Keeps a provider's partnerships with these resellers active until the transaction ends. Call it before locking other rows; throws
 * StaleWrite when one has ended.
 */
export async function holdPartnerships(trx: Transaction<Database>, providerId: string, resellerIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(resellerIds)]
  if (wanted.length === 0) return
  const active = await trx
    .selectFrom('partnerships')
    .select('reseller_id')
    .where('partner_id', '=', providerId)
    .where('reseller_id', 'in', wanted)
    .where('state', '=', 'active')
    .orderBy('reseller_id')
    .forShare()
    .execute()
  if (active.length < wanted.length) throw new StaleWrite('A partnership has ended meanwhile')
}

/**
 * Withdraws what would let the reseller make the two partners again by itself. Comes before the partnership's row is locked, as in a yes to
 * the invitation.
 */
export const withdrawInvites = (trx: Transaction<Database>, { provider, reseller }: Parties, at: string): Promise<Ended['invites']> =>
  trx
    .updateTable('reseller_invites')
    .set({ state: 'withdrawn', over_at: at, version: sql<number>`version + 1` })
    .where((eb) => eb.and({ partner_id: provider.id, tenant_id: reseller.tenantId, state: 'waiting' }))
    .where('over_at', '>', at)
    .returning(['id', 'tenant_id as tenantId', 'display_name as displayName'])
    .execute()

/** Ends what depends on the partnership, in its transaction and after its row is locked, which orders concurrent work. */
export async function endUnderWay(trx: Transaction<Database>, parties: Parties, at: string): Promise<Omit<Ended, 'invites'>> {
  return {
    invitations: await returnInvitations(trx, parties, at),
    drafts: await throwDraftsAway(trx, parties),
    asks: await takeAsksBack(trx, parties),
  }
}

async function returnInvitations(trx: Transaction<Database>, parties: Parties, at: string): Promise<string[]> {
  const returned = await trx
    .updateTable('invitations')
    .set({ state: endsWithPartnership.invitations.to, since: at, version: sql<number>`version + 1` })
    .where(unanswered(parties))
    .returning('id')
    .execute()
  const ids = returned.map(({ id }) => id)
  for (const batch of batchesOf(ids)) {
    await keepMoments(trx, keysOf(trx, parties.provider.id, batch))
    await keepSightsOf(trx, throughInvitations(parties.provider.id, batch))
  }
  return ids
}

async function throwDraftsAway(trx: Transaction<Database>, parties: Parties): Promise<Ended['drafts']> {
  const { tenantId } = parties.provider
  const drafts = await trx
    .deleteFrom('gdap_relationships')
    .where(draftsForReseller(parties))
    .returning(['id', 'display_name as displayName'])
    .execute()
  if (drafts.length === 0) return drafts
  const ids = drafts.map(({ id }) => id)
  await trx.deleteFrom('gdap_directory').where('id', 'in', ids).execute()
  await trx.deleteFrom('gdap_of_tenants').where('tenant_id', '=', tenantId).where('id', 'in', ids).execute()
  return drafts
}

async function takeAsksBack(trx: Transaction<Database>, parties: Parties): Promise<Ended['asks']> {
  const ended = await trx.deleteFrom('admin_requests').where(asksForReseller(parties)).returning('tenant_id').execute()
  if (ended.length === 0) return []
  const tenants = ended.map(({ tenant_id: tenantId }) => tenantId)
  const known = await trx.selectFrom('organizations').select(['id', 'tenant_id']).where('tenant_id', 'in', tenants).execute()
  return tenants.map((tenantId) => ({ tenantId, organizationId: known.find((each) => each.tenant_id === tenantId)?.id ?? null }))
}
