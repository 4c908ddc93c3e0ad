import type { Transaction } from 'kysely'
import { followRelations, insertLines, overwriteLines, presentLines } from './customer-lines.ts'
import { aliasesOf, type Line, lineOf } from './customer-row.ts'
import type { Database } from './schema/database.ts'
import type { NewAcceptance } from './store.ts'

/** Writes the new relationship into the customer lists; each list's line is locked in order of its owner, against deadlocks. */
export async function keepRelationship(trx: Transaction<Database>, accepted: NewAcceptance['customers'], at: string): Promise<void> {
  for (const { organizationId, record } of accepted.toSorted((a, b) => (a.organizationId < b.organizationId ? -1 : 1))) {
    const fresh = lineOf(organizationId, record)
    const before = (await presentLines(trx, organizationId, [record.id], 'locked')).get(record.id)
    const line = before ? joined(before, fresh) : { ...fresh, version: 1 }
    await (before ? overwriteLines(trx, [line]) : insertLines(trx, [line]))
    await followRelations(trx, organizationId, [line], at)
  }
}

/** An acceptance adds a relationship and takes nothing away: admin rights, former names and a reseller stay (BR-17 to BR-20). */
const joined = (before: Line, fresh: Line): Line => ({
  ...fresh,
  aliases: aliasesOf(fresh.company_name, [...before.aliases, before.company_name]),
  country: fresh.country ?? before.country,
  reseller_id: fresh.reseller_id ?? before.reseller_id,
  dap: fresh.dap || before.dap,
  gdap_active: before.gdap_active,
  gdap_next_end: before.gdap_next_end,
  version: before.version + 1,
})
