import { type Kysely, sql } from 'kysely'
import type { AccessAssignment, GdapRelationship } from '../../../domain/gdap/relationship.ts'
import { standingStatuses } from '../../../domain/gdap/states.ts'
import { assignmentOf, holdRelationship, saveAssignment } from './assignments.ts'
import { gdapAt, gdapKeys, gdapOf, type GdapRecord } from './row.ts'
import { saveGdap } from './save.ts'
import type { Database } from '../sql/tables/database.ts'
import { StaleWrite } from '../errors.ts'
import { inTransaction } from '../sql/transaction.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'

type Key = { partner_id: string; id: string }
/** An assignment that is due, with its relationship as it is. */
export type DueAssignment = { assignment: AccessAssignment; relationship: GdapRecord; dueAt: string | null }
export type DueGdap = GdapRecord & { dueAt: string | null }

/** Further on in the order of what is due than the row of this moment and id. */
const behind = (table: string, after: { id: string; dueAt: string | null } | undefined) =>
  after ? sql<boolean>`(${sql.ref(`${table}.due_at`)}, ${sql.ref(`${table}.id`)}) > (${after.dueAt}, ${after.id})` : sql<boolean>`true`

const only = (column: string, id: string | undefined) => (id === undefined ? sql`true` : sql`${sql.ref(column)} = ${id}`)

export const timeStore = (db: Kysely<Database>) => ({
  /** What time has something to do with (section 5.3), whose ever it is, longest due first; of one relationship alone when it is named. */
  due: async (now: string, limit: number, id?: string, after?: DueGdap): Promise<DueGdap[]> => {
    const keys = sql<Key>`(
      select gdap.partner_id, gdap.id from gdap_relationships as gdap
      where gdap.due_at <= ${now} and ${only('gdap.id', id)} and ${behind('gdap', after)}
      order by gdap.due_at, gdap.id limit ${limit}
    )`
    const rows = await gdapAt(db, keys).orderBy('gdap.due_at').orderBy('gdap.id').execute()
    return rows.map((row) => ({ ...gdapOf(row), dueAt: row.due_at }))
  },

  dueAssignments: async (now: string, limit: number, id?: string, after?: DueAssignment): Promise<DueAssignment[]> => {
    const assignments = (
      await db
        .selectFrom('gdap_assignments as assigned')
        .selectAll()
        .where('due_at', '<=', now)
        .where((eb) => eb.or([eb('stuck_at', 'is', null), eb('stuck_at', '>', now)]))
        .where(sql<boolean>`${only('assigned.relationship_id', id)}`)
        .where(behind('assigned', after && { id: after.assignment.id, dueAt: after.dueAt }))
        .orderBy('due_at')
        .orderBy('id')
        .limit(limit)
        .execute()
    ).map((row) => ({ partner_id: row.partner_id, dueAt: row.due_at, assignment: assignmentOf(row) }))
    if (assignments.length === 0) return []
    const keys = gdapKeys(assignments.map(({ partner_id, assignment }) => ({ partner_id, id: assignment.relationshipId })))
    const relationships = new Map((await gdapAt(db, keys).execute()).map((row) => [row.id, gdapOf(row)]))
    return assignments.flatMap(({ assignment, dueAt }) => {
      const relationship = relationships.get(assignment.relationshipId)
      return relationship ? [{ assignment, relationship, dueAt }] : []
    })
  },

  /** What time alone makes of it. */
  advance: (next: GdapRelationship, write: Write<void>): Promise<void> => writing(db, next.partner.id, write, (trx) => saveGdap(trx, next)),

  /** The same of an assignment, while its relationship is as it was read, and stands where it becomes active; else StaleWrite. */
  advanceAssignment: (relationship: GdapRecord, next: AccessAssignment, write: Write<void>): Promise<void> =>
    writing(db, relationship.partner.id, write, async (trx) => {
      const status = await holdRelationship(trx, relationship.partner.id, relationship)
      if (next.status === 'active' && !standingStatuses.includes(status)) throw new StaleWrite('The relationship has ended meanwhile')
      await saveAssignment(trx, relationship.partner.id, next)
    }),

  /** Deletes what is cleaned up, at most `limit` of them, and says how many; audit events stay. */
  cleanUp: (now: string, limit: number): Promise<number> =>
    inTransaction(db, async (trx) => {
      const { rows } = await sql<Key & { customer_tenant_id: string | null; provider_tenant_id: string | null }>`
        select gdap.partner_id, gdap.id, gdap.customer_tenant_id, gdap.provider_tenant_id from gdap_relationships as gdap
        where gdap.cleaned_up_at <= ${now} limit ${limit} for update skip locked`.execute(trx)
      if (rows.length === 0) return 0
      const tenants = rows.flatMap(({ id, customer_tenant_id, provider_tenant_id }) =>
        [customer_tenant_id, provider_tenant_id].flatMap((tenant) => (tenant === null ? [] : [sql`(${tenant}::uuid, ${id}::text)`])),
      )
      const keys = sql.join(rows.map((row) => sql`(${row.partner_id}::uuid, ${row.id}::text)`))
      await sql`delete from gdap_assignments where (partner_id, relationship_id) in (${keys})`.execute(trx)
      await sql`delete from gdap_reminders where (partner_id, relationship_id) in (${keys})`.execute(trx)
      await sql`delete from gdap_bound_requests where (partner_id, id) in (${keys})`.execute(trx)
      if (tenants.length > 0) await sql`delete from gdap_of_tenants where (tenant_id, id) in (${sql.join(tenants)})`.execute(trx)
      await trx.deleteFrom('gdap_directory').where('id', 'in', rows.map((row) => row.id)).execute()
      await sql`delete from gdap_relationships where (partner_id, id) in (${keys})`.execute(trx)
      return rows.length
    }),
})
