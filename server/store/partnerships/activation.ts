import { sql, type Transaction } from 'kysely'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { sortKeyOf } from '../sql/fold.ts'
import type { Database } from '../sql/tables/database.ts'

type Named = Pick<Organization, 'id' | 'displayName'>
type Pair = { id: string; provider: Named; reseller: Named }

/** Lets the reseller find the provider's partnership. */
export async function intoInbox(trx: Transaction<Database>, { id, provider, reseller }: Pair): Promise<void> {
  await trx
    .insertInto('partnership_inbox')
    .values({
      partner_id: reseller.id, partnership_id: id, provider_id: provider.id, provider_name_key: sortKeyOf(provider.displayName),
    })
    .onConflict((conflict) => conflict.columns(['partner_id', 'partnership_id']).doNothing())
    .execute()
}

/** What stands between two partners. */
export type Stands = { id: string; createdAt: string; version: number }

/** Makes the two partners, whatever was between them before; `id` is that of a new partnership. Returns the one that stands. */
export async function activate(trx: Transaction<Database>, pair: Pair, at: string): Promise<Stands> {
  const { id, provider, reseller } = pair
  const active = { state: 'active' as const, rank: 0, ended_at: null, ended_by: null }
  await trx
    .insertInto('partnerships')
    .values({
      ...active, partner_id: provider.id, id, reseller_id: reseller.id, reseller_name_key: sortKeyOf(reseller.displayName), created_at: at,
      version: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['partner_id', 'reseller_id'])
        .doUpdateSet({ ...active, created_at: at, version: sql<number>`partnerships.version + 1` })
        .where('partnerships.state', '<>', 'active'),
    )
    .execute()
  const stands = await trx.selectFrom('partnerships').select(['id', 'created_at as createdAt', 'version'])
    .where((eb) => eb.and({ partner_id: provider.id, reseller_id: reseller.id })).executeTakeFirstOrThrow()
  await intoInbox(trx, { ...pair, id: stands.id })
  return stands
}
