import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '../sql/tables/database.ts'

/** What the maker's audit events say of an invitation: when each of these was first. */
const milestones = {
  'invitation.sent': 'sent_at',
  'invitation.handed_over': 'handed_over_at',
  'invitation.forwarded': 'forwarded_at',
  'invitation.opened': 'opened_at',
  'invitation.accepted': 'accepted_at',
  'invitation.declined': 'declined_at',
} as const

const columns = Object.values(milestones)

type Event = { organization_id: string; noun: string; noun_id: string; action: string; at: string }

/** Keeps the milestones that these audit events are with the maker's invitations; those of others who are told as well do not count. */
export async function keepMilestones(trx: Transaction<Database>, events: readonly Event[]): Promise<void> {
  const told = events.filter(({ noun, action }) => noun === 'invitations' && Object.hasOwn(milestones, action))
  if (told.length === 0) return
  const rows = told.map(({ organization_id, noun_id, action, at }) => ({ owner: organization_id, id: noun_id, action, at }))
  await reach(trx, sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as event (owner uuid, id uuid, action text, at timestamptz)`)
}

/** Moves to the first of each; the earlier of what is kept and what is told stays. */
export async function reach(db: Kysely<Database>, told: RawBuilder<unknown>): Promise<void> {
  const first = Object.entries(milestones).map(([action, column]) =>
    sql`min(event.at) filter (where event.action = ${action}) as ${sql.ref(column)}`)
  await sql`
    update invitations as made set ${sql.join(columns.map((column) =>
      sql`${sql.id(column)} = least(made.${sql.id(column)}, reached.${sql.id(column)})`))}
    from (select event.owner, event.id, ${sql.join(first)} from ${told} group by event.owner, event.id) as reached
    where made.partner_id = reached.owner and made.id = reached.id`.execute(db)
}
