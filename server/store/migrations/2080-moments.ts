import { type Kysely, sql } from 'kysely'
import { assignmentDueAt } from '../../../domain/gdap/due.ts'
import { stuckAt } from '../../../domain/gdap/assignments/transitions.ts'
import { assignmentOf } from '../gdap/assignments.ts'
import { keepMoments } from '../invitations/row.ts'
import { keepGdapMoments } from '../gdap/row.ts'
import type { Database } from '../sql/tables/database.ts'
import type { CodeStep, Step } from './step.ts'

const rowsAtOnce = 500

/** What the clock has to do with a row stands in it as the domain says it. */
export const steps2080: readonly (Step | CodeStep)[] = [
  {
    name: '2080-moments-of-gdap-relationships',
    ddl: `alter table gdap_relationships add column due_at timestamptz, add column remind_at timestamptz,
      add column cleaned_up_at timestamptz, add column on_board_at timestamptz`,
  },
  {
    name: '2081-moments-of-gdap-assignments',
    ddl: 'alter table gdap_assignments add column due_at timestamptz, add column stuck_at timestamptz',
  },
  { name: '2082-moments-of-old-gdap-relationships', run: (db) => fill(db, 'gdap_relationships', keepGdapMoments) },
  { name: '2083-moments-of-old-gdap-assignments', run: fillAssignments },
  { name: '2084-gdap-relationships-due-by-rule-goes', ddl: 'drop index gdap_relationships_due' },
  { name: '2085-gdap-relationships-due', ddl: 'create index gdap_relationships_due on gdap_relationships (due_at, id)' },
  { name: '2086-gdap-relationships-to-remind', ddl: 'create index gdap_relationships_to_remind on gdap_relationships (remind_at, id)' },
  { name: '2087-gdap-relationships-cleaned-up', ddl: 'create index gdap_relationships_cleaned_up on gdap_relationships (cleaned_up_at)' },
  { name: '2088-gdap-relationships-by-end-alone-goes', ddl: 'drop index gdap_relationships_by_end' },
  {
    name: '2089-gdap-relationships-by-end',
    ddl: 'create index gdap_relationships_by_end on gdap_relationships (partner_id, end_at, id, on_board_at)',
  },
  { name: '2090-gdap-assignments-due-by-rule-goes', ddl: 'drop index gdap_assignments_due' },
  { name: '2091-gdap-assignments-due', ddl: 'create index gdap_assignments_due on gdap_assignments (due_at, id, stuck_at)' },
  {
    name: '2092-moments-of-invitations',
    ddl: 'alter table invitations add column lapses_at timestamptz, add column remind_at timestamptz, add column overdue_at timestamptz',
  },
  { name: '2093-moments-of-old-invitations', run: (db) => fill(db, 'invitations', keepMoments) },
  { name: '2094-invitations-waiting-goes', ddl: 'drop index invitations_waiting' },
  { name: '2095-invitations-to-remind', ddl: 'create index invitations_to_remind on invitations (remind_at, id, lapses_at)' },
]

type Keys = Parameters<typeof keepMoments>[1]

/** In bounded batches. */
async function fill(db: Kysely<Database>, table: string, keep: (db: Kysely<Database>, keys: Keys) => Promise<unknown>): Promise<void> {
  let beyond = sql`true`
  for (;;) {
    const keys = sql<{ partner_id: string; id: string }>`(
      select partner_id, id from ${sql.table(table)} where ${beyond} order by partner_id, id limit ${rowsAtOnce}
    )`
    await keep(db, keys)
    const { rows: [last] } = await sql<{ partner_id: string; id: string }>`select * from ${keys} as done
      order by partner_id, id offset ${rowsAtOnce - 1}`.execute(db)
    if (!last) return
    beyond = sql`(partner_id, id) > (${last.partner_id}, ${last.id})`
  }
}

/** Only those that are on their way, which are few at any time. */
async function fillAssignments(db: Kysely<Database>): Promise<void> {
  const rows = await db.selectFrom('gdap_assignments').selectAll().where('status', 'in', ['pending', 'deleting']).execute()
  for (const row of rows)
    await db
      .updateTable('gdap_assignments')
      .set({ due_at: assignmentDueAt(assignmentOf(row)), stuck_at: stuckAt(assignmentOf(row)) })
      .where('partner_id', '=', row.partner_id)
      .where('relationship_id', '=', row.relationship_id)
      .where('id', '=', row.id)
      .execute()
}
