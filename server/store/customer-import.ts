import type { Kysely } from 'kysely'
import { withGdap } from './customer-gdap.ts'
import { followRelations, insertLines, overwriteLines, presentLines } from './customer-lines.ts'
import { aliasesOf, type Line } from './customer-row.ts'
import type { Database } from './schema/database.ts'
import type { ImportedCustomer, Store } from './store.ts'
import { writing } from './write.ts'

type Outcome = 'created' | 'updated' | 'unchanged'

const idsOf = (rows: readonly ImportedCustomer[]) => rows.map((row) => row.id)

export const compareImport =
  (db: Kysely<Database>): Store['customers']['compare'] =>
  async (scope, rows) => {
    const present = await presentLines(db, scope.organizationId, idsOf(rows), 'unlocked')
    return planned(scope.organizationId, rows, present, new Date(0).toISOString()).outcomes
  }

export const importCustomers =
  (db: Kysely<Database>): Store['customers']['import'] =>
  (scope, rows, write) =>
    writing(db, scope.organizationId, write, async (trx) => {
      const present = await presentLines(trx, scope.organizationId, idsOf(rows), 'locked')
      const { outcomes, created: fresh, updated } = planned(scope.organizationId, rows, present, write.at)
      const created = await withGdap(trx, scope.organizationId, fresh)
      await insertLines(trx, created)
      await overwriteLines(trx, updated)
      await followRelations(trx, scope.organizationId, [...created, ...updated], write.at)
      return outcomes
    })

/** Goes through the rows in order, so that a tenant named twice is compared with what its first row made of it. */
function planned(partnerId: string, rows: readonly ImportedCustomer[], present: ReadonlyMap<string, Line>, at: string) {
  const lines = new Map(present)
  const outcomes = rows.map((row): Outcome => {
    const before = lines.get(row.id)
    if (before && saysTheSame(before, row)) return 'unchanged'
    lines.set(row.id, before ? changedLine(before, row, at) : newLine(partnerId, row, at))
    return before ? 'updated' : 'created'
  })
  const changed = [...lines.values()].filter((line) => line !== present.get(line.id))
  return {
    outcomes,
    created: changed.filter((line) => !present.has(line.id)),
    updated: changed.filter((line) => present.has(line.id)),
  }
}

const saysTheSame = (line: Line, row: ImportedCustomer): boolean =>
  line.company_name === row.companyName &&
  line.domain === row.domain &&
  line.relation === row.relationshipToPartner &&
  line.relation_text === row.relationshipText

const importedColumns = (row: ImportedCustomer) => ({
  company_name: row.companyName,
  domain: row.domain,
  relation: row.relationshipToPartner,
  relation_text: row.relationshipText,
})

/** An exported list is that of the partner that owns the reseller relationships in it (BR-103). */
const newLine = (partnerId: string, row: ImportedCustomer, at: string): Line => ({
  ...importedColumns(row),
  partner_id: partnerId,
  id: row.id,
  aliases: [],
  country: null,
  owner_id: row.relationshipToPartner === 'reseller' ? partnerId : null,
  reseller_id: null,
  dap: false,
  dap_since: null,
  gdap_active: false,
  gdap_next_end: null,
  last_event_at: at,
  version: 1,
})

/** What the file does not say stays as it is; a former name can still be searched for. */
const changedLine = (line: Line, row: ImportedCustomer, at: string): Line => ({
  ...line,
  ...importedColumns(row),
  aliases: aliasesOf(row.companyName, [...line.aliases, line.company_name]),
  owner_id: row.relationshipToPartner === 'reseller' ? (line.owner_id ?? line.partner_id) : null,
  last_event_at: at,
  version: line.version + 1,
})
