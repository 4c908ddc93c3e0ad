import { sql, type Transaction } from 'kysely'
import type { InvitationTracking } from '../../../domain/invitations/schemas.ts'
import type { InvitationState } from '../../../domain/invitations/states.ts'
import type { Database } from '../sql/tables/database.ts'

export type TraceKey = { partner_id: string; invitation_id: string }

/** The columns of a trace, as they are joined to an invitation; all null while nobody has looked at it. */
export const traceColumns = [
  'trace.fetched_count', 'trace.first_opened_at', 'trace.last_opened_at', 'trace.signed_in_at', 'trace.handed_to_admin_at',
  'trace.failed_at', 'trace.failure_code', 'trace.failure_rule', 'trace.confirmed_at',
] as const

type Trace = Omit<Database['invitation_traces'], keyof TraceKey>
type TraceColumns = { [Column in keyof Trace]: Trace[Column] | null }

/** A failure is over when the invitation's state is another; the row keeps the last one. */
export const trackingOf = (row: TraceColumns & { state: InvitationState }): InvitationTracking => ({
  fetchedCount: row.fetched_count ?? 0,
  firstOpenedAt: row.first_opened_at,
  lastOpenedAt: row.last_opened_at,
  signedInAt: row.signed_in_at,
  handedToAdminAt: row.handed_to_admin_at,
  failure:
    row.state === 'failed' && row.failed_at !== null && row.failure_code !== null && row.failure_rule !== null
      ? { at: row.failed_at, code: row.failure_code, rule: row.failure_rule }
      : null,
  confirmedAt: row.confirmed_at,
})

/** A row of its own for what is known of an invitation. */
export const traceRow = (key: TraceKey, tracking: InvitationTracking) => ({
  ...key,
  fetched_count: 0,
  first_opened_at: tracking.firstOpenedAt,
  last_opened_at: tracking.lastOpenedAt,
  signed_in_at: tracking.signedInAt,
  handed_to_admin_at: tracking.handedToAdminAt,
  failed_at: tracking.failure?.at ?? null,
  failure_code: tracking.failure?.code ?? null,
  failure_rule: tracking.failure?.rule ?? null,
  confirmed_at: tracking.confirmedAt,
})

/** Adds what has become known. First times stay, last times move on, and what a reader did not know of is not lost. */
export async function keepTrace(trx: Transaction<Database>, key: TraceKey, tracking: InvitationTracking): Promise<void> {
  await trx
    .insertInto('invitation_traces')
    .values(traceRow(key, tracking))
    .onConflict((conflict) =>
      conflict.columns(['partner_id', 'invitation_id']).doUpdateSet({
        first_opened_at: sql`coalesce(invitation_traces.first_opened_at, excluded.first_opened_at)`,
        last_opened_at: sql`greatest(invitation_traces.last_opened_at, excluded.last_opened_at)`,
        signed_in_at: sql`coalesce(invitation_traces.signed_in_at, excluded.signed_in_at)`,
        handed_to_admin_at: sql`greatest(invitation_traces.handed_to_admin_at, excluded.handed_to_admin_at)`,
        failed_at: sql`coalesce(excluded.failed_at, invitation_traces.failed_at)`,
        failure_code: sql`coalesce(excluded.failure_code, invitation_traces.failure_code)`,
        failure_rule: sql`coalesce(excluded.failure_rule, invitation_traces.failure_rule)`,
        confirmed_at: sql`coalesce(invitation_traces.confirmed_at, excluded.confirmed_at)`,
      }),
    )
    .execute()
}
