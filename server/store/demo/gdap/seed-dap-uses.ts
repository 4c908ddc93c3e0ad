import type { Transaction } from 'kysely'
import type { CustomerRecord } from '../../../../domain/customers/customer.ts'
import type { Organization } from '../../../../domain/organizations/schemas.ts'
import type { Database } from '../../sql/tables/database.ts'

const day = 24 * 60 * 60 * 1000

/** Half of the customers have a recent use of DAP, a quarter an old one, the rest none. */
export async function seedDapUses(
  trx: Transaction<Database>, lists: readonly (readonly [Organization, readonly CustomerRecord[]])[], now: Date,
): Promise<void> {
  const uses = lists.flatMap(([partner, rows]) =>
    rows.filter(({ allowDelegatedAccess }) => allowDelegatedAccess).flatMap(({ id, lastEventAt }, position) => {
      const since = Date.parse(lastEventAt)
      const daysAgo = [position % 61, 97 + (position % 130), position % 13][position % 4]
      if (daysAgo === undefined) return []
      const at = Math.max(since, now.getTime() - daysAgo * day)
      return [{ partner_id: partner.id, tenant_id: id, last_used_at: new Date(at).toISOString() }]
    }))
  await trx.insertInto('dap_uses').values(uses).execute()
}
