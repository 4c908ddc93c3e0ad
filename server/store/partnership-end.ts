import { sql, type Transaction } from 'kysely'
import { endsWithPartnership } from '../../domain/partnerships/ending.ts'
import type { Database } from './schema/database.ts'
import { StaleWrite } from './store.ts'

/** What went with a partnership: invitations by id, drafts with their names, and the customers that are asked no more. */
export type Ended = {
  invitations: readonly string[]
  drafts: readonly { id: string; displayName: string }[]
  asks: readonly { tenantId: string; organizationId: string | null }[]
}

type Parties = { provider: { id: string }; reseller: { id: string } }

/**
 * Keeps the partnerships of a provider with these resellers active until the transaction ends, for whoever begins something through them.
 * To be called before any other row is locked; throws StaleWrite when one has ended.
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
 * Ends what the partnership's end ends, in its transaction and after its row is locked: whoever comes later finds it so, and whoever came
 * earlier is waited for.
 */
export async function endUnderWay(trx: Transaction<Database>, parties: Parties, at: string): Promise<Ended> {
  return {
    invitations: await returnInvitations(trx, parties, at),
    drafts: await throwDraftsAway(trx, parties),
    asks: await takeAsksBack(trx, parties),
  }
}

async function returnInvitations(trx: Transaction<Database>, { provider, reseller }: Parties, at: string): Promise<string[]> {
  const { delivery, from, to } = endsWithPartnership.invitations
  const returned = await trx
    .updateTable('invitations')
    .set({ state: to, since: at, version: sql<number>`version + 1` })
    .where('partner_id', '=', provider.id)
    .where('reseller_id', '=', reseller.id)
    .where('delivery', '=', delivery)
    .where('state', 'in', from)
    .returning('id')
    .execute()
  return returned.map(({ id }) => id)
}

async function throwDraftsAway(trx: Transaction<Database>, { provider, reseller }: Parties): Promise<Ended['drafts']> {
  const { tenant_id: tenantId } = await trx
    .selectFrom('organizations')
    .select('tenant_id')
    .where('id', '=', provider.id)
    .executeTakeFirstOrThrow()
  const drafts = await trx
    .deleteFrom('gdap_relationships')
    .where('partner_id', '=', reseller.id)
    .where('provider_tenant_id', '=', tenantId)
    .where('status', '=', endsWithPartnership.drafts.status)
    .where('consent_pending', '=', endsWithPartnership.drafts.isPartnerConsentPending)
    .returning(['id', 'display_name as displayName'])
    .execute()
  if (drafts.length === 0) return drafts
  const ids = drafts.map(({ id }) => id)
  await trx.deleteFrom('gdap_directory').where('id', 'in', ids).execute()
  await trx.deleteFrom('gdap_of_tenants').where('tenant_id', '=', tenantId).where('id', 'in', ids).execute()
  return drafts
}

/** Asked is a customer in the provider's own list, for the reseller that its line names. */
async function takeAsksBack(trx: Transaction<Database>, { provider, reseller }: Parties): Promise<Ended['asks']> {
  const ended = await trx
    .deleteFrom('admin_requests')
    .where('tenant_id', 'in', (eb) =>
      eb.selectFrom('customers').select('customers.id').where('partner_id', '=', provider.id).where('reseller_id', '=', reseller.id))
    .where('owner_id', '=', provider.id)
    .where('reseller_id', '=', reseller.id)
    .returning('tenant_id')
    .execute()
  if (ended.length === 0) return []
  const tenants = ended.map(({ tenant_id: tenantId }) => tenantId)
  const known = await trx.selectFrom('organizations').select(['id', 'tenant_id']).where('tenant_id', 'in', tenants).execute()
  return tenants.map((tenantId) => ({ tenantId, organizationId: known.find((each) => each.tenant_id === tenantId)?.id ?? null }))
}
