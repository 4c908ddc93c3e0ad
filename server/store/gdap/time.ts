import { type Kysely, type RawBuilder, sql } from 'kysely'
import { hoursToAssign } from '../../../domain/gdap/assignments/transitions.ts'
import { daysExpiring } from '../../../domain/gdap/term/durations.ts'
import type { AccessAssignment, GdapRelationship } from '../../../domain/gdap/relationship.ts'
import { standingStatuses } from '../../../domain/gdap/states.ts'
import { assignmentOf, holdRelationship, saveAssignment } from './assignments.ts'
import { cleanedUp, gdapAt, gdapOf, shifted, type GdapRecord } from './row.ts'
import { saveGdap } from './save.ts'
import type { Database } from '../sql/tables/database.ts'
import { StaleWrite } from '../errors.ts'
import { inTransaction } from '../sql/transaction.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'

type Key = { partner_id: string; id: string }
/** An assignment that is due, with its relationship as it is. */
export type DueAssignment = { assignment: AccessAssignment; relationship: GdapRecord }

/** As {@link passTime} of the domain says it, along the index of what is due. */
function isDue(now: string): RawBuilder<boolean> {
  const near = shifted(now, daysExpiring)
  return sql<boolean>`(
    gdap.status in ('approved', 'activating', 'terminationRequested', 'terminating')
    or (gdap.status in ('active', 'expiring') and gdap.end_at <= ${now})
    or (gdap.status = 'active' and gdap.end_at <= ${near} and gdap.auto_extend <> 'P180D')
    or (gdap.status = 'expiring' and gdap.end_at > ${near})
    or (gdap.status = 'expiring' and gdap.auto_extend = 'P180D')
  )`
}

const only = (column: string, id: string | undefined) => (id === undefined ? sql`true` : sql`${sql.ref(column)} = ${id}`)

export const timeStore = (db: Kysely<Database>) => ({
  /** What time has something to do with (section 5.3), whose ever it is, by id; of one relationship alone when it is named. */
  due: async (now: string, limit: number, id?: string, after?: Pick<GdapRecord, 'id'>): Promise<GdapRecord[]> => {
    const keys = sql<Key>`(
      select gdap.partner_id, gdap.id from gdap_relationships as gdap
      where ${isDue(now)} and ${only('gdap.id', id)} and ${after ? sql`gdap.id > ${after.id}` : sql`true`}
      order by gdap.id limit ${limit}
    )`
    return (await gdapAt(db, keys).orderBy('gdap.id').execute()).map(gdapOf)
  },

  dueAssignments: async (now: string, limit: number, id?: string, after?: DueAssignment): Promise<DueAssignment[]> => {
    const assignments = (
      await db
        .selectFrom('gdap_assignments as assigned')
        .innerJoin('gdap_relationships as gdap', (join) =>
          join.onRef('gdap.partner_id', '=', 'assigned.partner_id').onRef('gdap.id', '=', 'assigned.relationship_id'),
        )
        .selectAll('assigned')
        .where(
          sql<boolean>`(
            assigned.status = 'deleting'
            or (assigned.status = 'pending' and gdap.status in ('active', 'expiring')
              and assigned.since > ${shifted(now, -hoursToAssign / 24)})
          )`,
        )
        .where(sql<boolean>`${only('assigned.relationship_id', id)}`)
        .$if(after !== undefined, (query) => query.where('assigned.id', '>', after?.assignment.id ?? ''))
        .orderBy('assigned.id')
        .limit(limit)
        .execute()
    ).map((row) => ({ partnerId: row.partner_id, assignment: assignmentOf(row) }))
    if (assignments.length === 0) return []
    const keys = sql<Key>`(select * from (values ${sql.join(
      assignments.map(({ partnerId, assignment }) => sql`(${partnerId}::uuid, ${assignment.relationshipId}::text)`),
    )}) as named(partner_id, id) group by partner_id, id)`
    const relationships = new Map((await gdapAt(db, keys).execute()).map((row) => [row.id, gdapOf(row)]))
    return assignments.flatMap(({ assignment }) => {
      const relationship = relationships.get(assignment.relationshipId)
      return relationship ? [{ assignment, relationship }] : []
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
        where ${cleanedUp(now)} limit ${limit} for update skip locked`.execute(trx)
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
