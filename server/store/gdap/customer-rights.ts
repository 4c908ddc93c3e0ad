import { type Transaction, sql } from 'kysely'
import { basisWithRights } from '../../../domain/relationships/basis.ts'
import { standingStatuses } from '../../../domain/gdap/states.ts'
import type { CustomerRow } from '../customers/row.ts'
import type { Database } from '../sql/tables/database.ts'

/**
 * These lines of one partner's list with what its relationships say: whether granular rights stand, when the next of them end, and what
 * the lines rest on by that.
 */
export async function withGdap(trx: Transaction<Database>, partnerId: string, lines: readonly CustomerRow[]): Promise<CustomerRow[]> {
  if (lines.length === 0) return []
  const rows = await trx
    .selectFrom('gdap_relationships')
    .select(['customer_tenant_id', sql<string | null>`min(end_at)`.as('next')])
    .where('partner_id', '=', partnerId)
    .where('customer_tenant_id', 'in', lines.map((line) => line.id))
    .where('status', 'in', standingStatuses)
    .groupBy('customer_tenant_id')
    .execute()
  const standing = new Map(rows.map((row) => [row.customer_tenant_id, row.next]))
  return lines.map((line) => {
    const gdap_active = standing.has(line.id)
    return {
      ...line, gdap_active, gdap_next_end: standing.get(line.id) ?? null, basis: basisWithRights(line.basis, line.dap || gdap_active),
    }
  })
}
