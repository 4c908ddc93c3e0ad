import { type Kysely, sql, type Transaction } from 'kysely'
import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { confirmsRelation, opensTenant } from '../../../domain/relationships/basis.ts'
import { withGdap } from '../gdap/customer-rights.ts'
import { followRelations, insertRows, overwriteRows, presentRows } from './rows.ts'
import { aliasesOf, type CustomerRow, noDescription } from './row.ts'
import type { Database } from '../sql/tables/database.ts'
import { organizationOf } from '../organizations/organizations.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'
import type { Scope } from '../scope.ts'

/** A validated row of an import; `id` is the tenant id, lower case. */
export type ImportedCustomer = Pick<CustomerRecord, 'id' | 'relationshipToPartner' | 'relationshipText'> & {
  companyName: string
  domain: string
}

/** `…_but_relation`: the row names another relation than the confirmed one, which stays. */
export type ImportOutcome = 'created' | 'updated' | 'unchanged' | 'updated_but_relation' | 'unchanged_but_relation'

/** Makes the audit entries of a customer that a partner claims for the first time. */
export type RecordOfClaim = (claimed: { organizationId: string; tenantId: string }) => Pick<Write<unknown>, 'audit' | 'changes'>

/** The importer, and the entries of newly claimed customers. */
export type ImportRecords = { by: string; ofClaim: RecordOfClaim }

const idsOf = (rows: readonly ImportedCustomer[]) => rows.map((row) => row.id)

export const compareImport =
  (db: Kysely<Database>) =>
  async (scope: Scope, rows: readonly ImportedCustomer[]): Promise<ImportOutcome[]> => {
    const present = await presentRows(db, scope.organizationId, idsOf(rows), 'unlocked')
    return planned(scope.organizationId, rows, present, new Date(0).toISOString()).outcomes
  }

export const importCustomers =
  (db: Kysely<Database>) =>
  (scope: Scope, rows: readonly ImportedCustomer[], write: Write<unknown>, { by, ofClaim }: ImportRecords): Promise<ImportOutcome[]> => {
    const all = { ...write }
    return writing(db, scope.organizationId, all, async (trx) => {
      const present = await presentRows(trx, scope.organizationId, idsOf(rows), 'locked')
      const { outcomes, created: fresh, updated } = planned(scope.organizationId, rows, present, write.at)
      const created = await withGdap(trx, scope.organizationId, fresh)
      await insertRows(trx, created)
      await overwriteRows(trx, updated)
      const imported = [...created, ...updated]
      await keepImports(trx, scope.organizationId, imported.map(({ id }) => id), { at: write.at, by })
      const claimed = await followRelations(trx, scope.organizationId, imported, write.at)
      const records = (await organizationsOf(trx, claimed)).map(({ id, tenantId }) => ofClaim({ organizationId: id, tenantId }))
      all.audit = [...write.audit, ...records.flatMap(({ audit }) => audit)]
      all.changes = [...write.changes, ...records.flatMap(({ changes }) => changes)]
      return outcomes
    })
  }

async function keepImports(trx: Transaction<Database>, partnerId: string, ids: readonly string[], { at, by }: { at: string; by: string }) {
  if (ids.length === 0) return
  await sql`
    insert into line_events (partner_id, tenant_id, at, action, performed_by)
    select ${partnerId}::uuid, id::uuid, ${at}::timestamptz, 'customer.imported', ${by}::text
    from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as id
    on conflict do nothing`.execute(trx)
}

export const strangersAmong =
  (db: Kysely<Database>) =>
  async (scope: Scope, tenantIds: readonly string[]): Promise<Organization[]> => {
    const found = await organizationsOf(db, tenantIds)
    const present = await presentRows(db, scope.organizationId, found.map(({ tenantId }) => tenantId), 'unlocked')
    return found.filter(({ tenantId }) => !opensTenant(present.get(tenantId)?.basis ?? 'said_by_partner'))
  }

async function organizationsOf(db: Kysely<Database>, tenantIds: readonly string[]) {
  if (tenantIds.length === 0) return []
  const known = db.selectFrom('organizations').selectAll().where('tenant_id', 'in', tenantIds).where('visiting_since', 'is', null)
  return (await known.execute()).map(organizationOf)
}

/** Plans in order, so that a repeated tenant is compared with its first row. */
function planned(partnerId: string, rows: readonly ImportedCustomer[], present: ReadonlyMap<string, CustomerRow>, at: string) {
  const lines = new Map(present)
  const outcomes = rows.map((row): ImportOutcome => {
    const before = lines.get(row.id)
    const isKept = before !== undefined && confirmsRelation(before.basis) && !namesTheRelation(before, row)
    if (before && saysTheSame(before, row)) return isKept ? 'unchanged_but_relation' : 'unchanged'
    lines.set(row.id, before ? changedLine(before, row, at) : newLine(partnerId, row, at))
    if (!before) return 'created'
    return isKept ? 'updated_but_relation' : 'updated'
  })
  const changed = [...lines.values()].filter((line) => line !== present.get(line.id))
  return {
    outcomes,
    created: changed.filter((line) => !present.has(line.id)),
    updated: changed.filter((line) => present.has(line.id)),
  }
}

const namesTheRelation = (line: CustomerRow, row: ImportedCustomer): boolean =>
  line.relation === row.relationshipToPartner && line.relation_text === row.relationshipText

const saysTheSame = (line: CustomerRow, row: ImportedCustomer): boolean =>
  line.company_name === row.companyName &&
  line.domain === row.domain &&
  (confirmsRelation(line.basis) || namesTheRelation(line, row))

const namesIn = (row: ImportedCustomer) => ({ company_name: row.companyName, domain: row.domain })

/** An exported list belongs to the partner that owns its reseller relationships (BR-103). */
const relationIn = (partnerId: string, row: ImportedCustomer) => ({
  relation: row.relationshipToPartner,
  relation_text: row.relationshipText,
  owner_id: row.relationshipToPartner === 'reseller' ? partnerId : null,
})

/** Holds the partner's word alone (BR-36). */
const newLine = (partnerId: string, row: ImportedCustomer, at: string): CustomerRow => ({
  ...namesIn(row),
  ...relationIn(partnerId, row),
  basis: 'said_by_partner',
  partner_id: partnerId,
  id: row.id,
  ...noDescription(),
  aliases: [],
  country: null,
  reseller_id: null,
  dap: false,
  dap_since: null,
  gdap_active: false,
  gdap_next_end: null,
  last_event_at: at,
  version: 1,
})

/** Keeps what the file does not say, and a relation that more confirms than the file; a former name stays searchable. */
const changedLine = (line: CustomerRow, row: ImportedCustomer, at: string): CustomerRow => ({
  ...line,
  ...namesIn(row),
  ...(confirmsRelation(line.basis) ? {} : relationIn(line.owner_id ?? line.partner_id, row)),
  aliases: aliasesOf(row.companyName, [...line.aliases, line.company_name]),
  last_event_at: at,
  version: line.version + 1,
})
