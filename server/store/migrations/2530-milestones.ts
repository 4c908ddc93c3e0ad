import { type Kysely, sql } from 'kysely'
import { reach } from '../invitations/milestones.ts'
import type { Database } from '../sql/tables/database.ts'
import type { CodeStep, Step } from './step.ts'

const columns = ['sent_at', 'handed_over_at', 'forwarded_at', 'opened_at', 'accepted_at', 'declined_at']
const rowsAtOnce = 500

/** Keeps an invitation's milestones with it, so that a funnel reads no audit events. */
export const steps2530: readonly (Step | CodeStep)[] = [
  {
    name: '2530-milestones-of-invitations',
    ddl: `alter table invitations ${columns.map((column) => `add column ${column} timestamptz`).join(', ')}`,
  },
  { name: '2531-milestones-of-before', run: fill },
]

async function fill(db: Kysely<Database>): Promise<void> {
  type Key = { owner: string; id: string }
  let after: Key | undefined
  do {
    const beyond = after ? sql`where (partner_id, id) > (${after.owner}::uuid, ${after.id}::uuid)` : sql``
    const { rows } = await sql<Key>`select partner_id::text as owner, id::text as id from invitations ${beyond}
      order by partner_id, id limit ${rowsAtOnce}`.execute(db)
    const keys = JSON.stringify(rows)
    await reach(db, sql`(
      select named.owner, named.id, told.action, told.at
      from jsonb_to_recordset(${keys}::jsonb) as named (owner uuid, id uuid)
      join audit_events as told on told.organization_id = named.owner and told.noun = 'invitations' and told.noun_id = named.id::text
    ) as event`)
    after = rows.length === rowsAtOnce ? rows.at(-1) : undefined
  } while (after)
}
