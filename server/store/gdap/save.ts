import { type Transaction, sql } from 'kysely'
import { withoutRole } from '../../../domain/gdap/assignments/transitions.ts'
import type { GdapRelationship } from '../../../domain/gdap/relationship.ts'
import { globalAdministrator } from '../../../domain/gdap/roles/catalogue.ts'
import { standingStatuses } from '../../../domain/gdap/states.ts'
import { limitOfGdapRequests } from '../../../domain/limits/gdap-limits.ts'
import { withGdap } from './customer-rights.ts'
import { followRelations, overwriteRows, presentRows } from '../customers/rows.ts'
import { assignmentOf, saveAssignment } from './assignments.ts'
import { changingGdap, gdapKeys, keepGdapMoments, newGdapRow } from './row.ts'
import { countOrRefuse } from '../limits/limits.ts'
import type { Database } from '../sql/tables/database.ts'
import { NameTaken, StaleWrite } from '../errors.ts'

const isDuplicate = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505'

/** The name is the only unique thing of a relationship that anybody chooses. */
const naming = <Result>(work: Promise<Result>): Promise<Result> =>
  work.catch((error: unknown) => {
    throw isDuplicate(error) ? new NameTaken('The partner has a relationship with this name') : error
  })

/** Throws {@link NameTaken}. */
export async function insertGdap(trx: Transaction<Database>, relationship: GdapRelationship, createdBy: string): Promise<void> {
  await naming(trx.insertInto('gdap_relationships').values(newGdapRow(relationship, createdBy)).execute())
  await trx.insertInto('gdap_directory').values({ id: relationship.id, partner_id: relationship.partner.id }).execute()
  await keepGdapMoments(trx, gdapKeys([{ partner_id: relationship.partner.id, id: relationship.id }]))
  await tell(trx, relationship)
  await followGdap(trx, relationship)
}

/** Throws {@link NameTaken}, and StaleWrite when the row is no longer at the version that was read. */
export async function saveGdap(trx: Transaction<Database>, next: GdapRelationship): Promise<void> {
  const updated = await naming(
    trx
      .updateTable('gdap_relationships')
      .set(changingGdap(next))
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where((eb) => eb.and({ partner_id: next.partner.id, id: next.id, version: next.version }))
      .returning('id')
      .executeTakeFirst(),
  )
  if (!updated) throw new StaleWrite(`Relationship ${next.id} is no longer at version ${next.version}`)
  await keepGdapMoments(trx, gdapKeys([{ partner_id: next.partner.id, id: next.id }]))
  await tell(trx, next)
  if (standingStatuses.includes(next.status) && !next.roles.includes(globalAdministrator)) await dropGlobalAdministrator(trx, next)
  await followGdap(trx, next)
}

/**
 * The tenants that see it beside the partner: the customer's once it is asked, the provider's from the start. Throws TooMany when the
 * partner has put enough before the customer today.
 */
async function tell(trx: Transaction<Database>, { id, partner, customer, status, ...made }: GdapRelationship): Promise<void> {
  const tenants = [
    ...(customer && status !== 'created' ? [customer.tenantId] : []),
    ...(made.indirectProviderTenantId === null ? [] : [made.indirectProviderTenantId]),
  ]
  if (tenants.length === 0) return
  const shown = await trx
    .insertInto('gdap_of_tenants')
    .values(tenants.map((tenant) => ({ tenant_id: tenant, id, partner_id: partner.id, created_at: made.createdDateTime })))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .returning('tenant_id')
    .execute()
  const isNewTo = (tenantId: string) => shown.some((row) => row.tenant_id === tenantId)
  if (customer && status === 'approvalPending' && isNewTo(customer.tenantId))
    await countOrRefuse(trx, [limitOfGdapRequests(partner.id, customer.tenantId)], made.lastModifiedDateTime)
}

/** BR-88, BR-92: no group keeps the role that the relationship has lost; an assignment of nothing else is on its way out. */
async function dropGlobalAdministrator(trx: Transaction<Database>, next: GdapRelationship): Promise<void> {
  const rows = await trx
    .selectFrom('gdap_assignments')
    .selectAll()
    .where((eb) => eb.and({ partner_id: next.partner.id, relationship_id: next.id }))
    .where('status', 'in', ['pending', 'active', 'error'])
    .where(sql<boolean>`roles @> ${JSON.stringify([globalAdministrator])}::jsonb`)
    .forUpdate()
    .execute()
  const at = new Date(next.lastModifiedDateTime)
  for (const row of rows) await saveAssignment(trx, next.partner.id, withoutRole(assignmentOf(row), globalAdministrator, at))
}

/** Keeps the partner's line of the customer in step: whether granular rights stand, and when the next of them end (BR-74). */
async function followGdap(
  trx: Transaction<Database>, { partner, customer, status, lastModifiedDateTime: at }: GdapRelationship,
): Promise<void> {
  if (!customer || status === 'created' || status === 'approvalPending') return
  const line = (await presentRows(trx, partner.id, [customer.tenantId], 'locked')).get(customer.tenantId)
  if (!line) return
  const [next] = await withGdap(trx, partner.id, [line])
  if (!next || (next.gdap_active === line.gdap_active && next.gdap_next_end === line.gdap_next_end)) return
  const followed = { ...next, last_event_at: at, version: line.version + 1 }
  await overwriteRows(trx, [followed])
  const action = next.gdap_active === line.gdap_active ? 'customer.rights_changed' : next.gdap_active ? 'gdap.activated' : 'gdap.terminated'
  await trx
    .insertInto('line_events')
    .values({ partner_id: partner.id, tenant_id: line.id, at, action, performed_by: '' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await followRelations(trx, partner.id, [followed], at)
}
