import type { Transaction } from 'kysely'
import { withGdap } from './customer-gdap.ts'
import type { RequestKind } from '../../domain/relationship-requests/requests.ts'
import { basisOfAcceptance, opensTenant } from '../../domain/relationships/basis.ts'
import { followRelations, insertLines, overwriteLines, presentLines } from './customer-lines.ts'
import { aliasesOf, type Line, lineOf } from './customer-row.ts'
import type { Database } from './schema/database.ts'
import { type NewAcceptance, StaleWrite } from './store.ts'

/**
 * Writes the new relationship into the customer lists; each list's line is locked in order of its owner, against deadlocks. What is
 * restored is written into the relationship that is there, and changes nothing else of it (BR-46, BR-64).
 */
export async function keepRelationship(
  trx: Transaction<Database>,
  accepted: NewAcceptance['customers'],
  at: string,
  kind: RequestKind = 'new',
): Promise<void> {
  for (const { organizationId, record } of accepted.toSorted((a, b) => (a.organizationId < b.organizationId ? -1 : 1))) {
    const fresh = lineOf(organizationId, record)
    const before = (await presentLines(trx, organizationId, [record.id], 'locked')).get(record.id)
    if (kind === 'restore' && !(before && opensTenant(before.basis))) throw new StaleWrite('The relationship has ended meanwhile')
    const [made = fresh] = before ? [] : await withGdap(trx, organizationId, [fresh])
    const line = !before ? { ...made, version: 1 } : kind === 'restore' ? restored(before, at) : joined(before, fresh)
    await (before ? overwriteLines(trx, [line]) : insertLines(trx, [line]))
    await followRelations(trx, organizationId, [line], at)
  }
}

const restored = (before: Line, at: string): Line => ({
  ...before,
  dap: true,
  dap_since: before.dap ? before.dap_since : at,
  last_event_at: at,
  version: before.version + 1,
})

/**
 * An acceptance adds a relationship and takes nothing away: admin rights, former names and a reseller stay (BR-17 to BR-20). A direct
 * partner that forwards for a provider goes on owning the relationship it had (BR-54e), but for one that it only said it had.
 */
const joined = (before: Line, fresh: Line): Line => ({
  ...fresh,
  ...(opensTenant(before.basis) && ownsIt(before) && !ownsIt(fresh)
    ? { owner_id: before.owner_id, reseller_id: before.reseller_id }
    : { reseller_id: fresh.reseller_id ?? before.reseller_id }),
  aliases: aliasesOf(fresh.company_name, [...before.aliases, before.company_name]),
  country: fresh.country ?? before.country,
  basis: basisOfAcceptance(before.basis),
  dap: fresh.dap || before.dap,
  dap_since: before.dap ? before.dap_since : fresh.dap_since,
  gdap_active: before.gdap_active,
  gdap_next_end: before.gdap_next_end,
  version: before.version + 1,
})

const ownsIt = (line: Line): boolean => line.owner_id === line.partner_id
