import { type Expression, type Kysely, sql } from 'kysely'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { noReminders, overdueAt, remindAt } from '../../../domain/invitations/reminders.ts'
import { lapsesAt } from '../../../domain/invitations/turn.ts'
import type { OrganizationRef } from '../../../domain/organizations/schemas.ts'
import type { RequestKind } from '../../../domain/relationship-requests/kinds.ts'
import type { Service } from '../../../domain/subscriptions/channels.ts'
import { traceColumns, trackingOf } from './trace-rows.ts'
import { searchColumnsOf } from '../sql/fold.ts'
import { writeMoments } from '../sql/moments.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'

/** The key of an invitation, as a sub-query finds it: whose it is, and its id. */
type Keys = Expression<{ partner_id: string; id: string }>

/** Oldest first; times inside JSON come in PostgreSQL's spelling. */
const forwardsOf = sql<{ at: string; by: string; email: string }[] | null>`(
  select json_agg(json_build_object('at', forward.at, 'by', forward.performed_by, 'email', forward.email) order by forward.position)
  from invitation_forwards as forward
  where forward.partner_id = invitation.partner_id and forward.invitation_id = invitation.id
)`

const servicesOf = sql<Service[] | null>`(
  select json_agg(offered.service order by offered.service)
  from invitation_services as offered
  where offered.partner_id = invitation.partner_id and offered.invitation_id = invitation.id
)`

const remindersOf = sql<{ day: number | null; at: string; current: boolean }[] | null>`(
  select json_agg(json_build_object(
    'day', reminder.day, 'at', reminder.at, 'current', reminder.link_number = invitation.link_number
  ) order by reminder.at, reminder.day)
  from invitation_reminders as reminder
  where reminder.partner_id = invitation.partner_id and reminder.invitation_id = invitation.id
)`

const kindOf = sql<RequestKind | null>`(
  select asked.kind
  from invitation_kinds as asked
  where asked.partner_id = invitation.partner_id and asked.invitation_id = invitation.id
)`

/** The invitations with these keys, with the organisations they name. */
export const invitationsAt = (db: Kysely<Database>, keys: Keys) =>
  db
    .selectFrom(sql<{ partner_id: string; id: string }>`${keys}`.as('sought'))
    .innerJoin('invitations as invitation', (join) =>
      join.onRef('invitation.partner_id', '=', 'sought.partner_id').onRef('invitation.id', '=', 'sought.id'),
    )
    .innerJoin('organizations as inviter', 'inviter.id', 'invitation.partner_id')
    .leftJoin('organizations as reseller', 'reseller.id', 'invitation.reseller_id')
    .leftJoin('organizations as accepter', 'accepter.id', 'invitation.accepted_by_id')
    .leftJoin('invitation_traces as trace', (join) =>
      join.onRef('trace.partner_id', '=', 'invitation.partner_id').onRef('trace.invitation_id', '=', 'invitation.id'),
    )
    .leftJoin('reminder_settings', 'reminder_settings.organization_id', 'invitation.partner_id')
    .leftJoin('reminder_opt_outs as opt_out', (join) =>
      join.onRef('opt_out.partner_id', '=', 'invitation.partner_id').onRef('opt_out.invitation_id', '=', 'invitation.id'),
    )
    .selectAll('invitation')
    .select(traceColumns)
    .select([
      'inviter.tenant_id as inviter_tenant_id',
      'inviter.display_name as inviter_name',
      'reseller.tenant_id as reseller_tenant_id',
      'reseller.display_name as reseller_name',
      'accepter.tenant_id as accepter_tenant_id',
      'accepter.display_name as accepter_name',
      forwardsOf.as('forwards'),
      servicesOf.as('services'),
      'reminder_settings.days as reminder_days',
      'opt_out.at as reminders_stopped_at',
      remindersOf.as('reminders'),
      kindOf.as('kind'),
    ])

/** The key of this invitation when the organisation made it or had it handed over; none otherwise. */
export const keyWithin = (db: Kysely<Database>, scope: Scope, id: string) =>
  db
    .selectFrom('invitations')
    .select(['partner_id', 'id'])
    .where((eb) => eb.and({ partner_id: scope.organizationId, id }))
    .unionAll(
      db
        .selectFrom('invitation_inbox')
        .select(['owner_id as partner_id', 'invitation_id as id'])
        .where('partner_id', '=', scope.organizationId)
        .where('invitation_id', '=', id),
    )

type Row = Awaited<ReturnType<ReturnType<typeof invitationsAt>['execute']>>[number]

/** Undefined parts of a joined organisation mean that there is none. */
export const refFrom = (id: string | null, tenantId: string | null, displayName: string | null): OrganizationRef | null =>
  id === null || tenantId === null || displayName === null ? null : { id, tenantId, displayName }

const remindersFrom = ({ reminder_days, reminders_stopped_at, reminders }: Row): InvitationRecord['reminders'] => {
  const last = reminders?.at(-1)
  return {
    days: reminder_days ?? noReminders.days,
    sent: (reminders ?? []).flatMap(({ day, current }) => (day !== null && current ? [day] : [])),
    lastAt: last ? new Date(last.at).toISOString() : null,
    stoppedAt: reminders_stopped_at,
  }
}

export const invitationOf = (row: Row): InvitationRecord => ({
  id: row.id,
  state: row.state,
  since: row.since,
  inviter: { id: row.partner_id, tenantId: row.inviter_tenant_id, displayName: row.inviter_name },
  delivery: row.delivery,
  reseller: refFrom(row.reseller_id, row.reseller_tenant_id, row.reseller_name),
  customer: row.customer,
  reusable: row.reusable,
  includeDap: row.include_dap,
  ...(row.kind && { kind: row.kind }),
  services: row.services ?? [],
  language: row.language,
  expiresAt: row.expires_at,
  note: row.note,
  createdAt: row.created_at,
  createdBy: row.created_by,
  forwards: (row.forwards ?? []).map((forward) => ({ ...forward, at: new Date(forward.at).toISOString() })),
  acceptedCount: row.accepted_count,
  acceptedBy: refFrom(row.accepted_by_id, row.accepter_tenant_id, row.accepter_name),
  declinedCount: row.declined_count ?? 0,
  declineReason: row.decline_reason,
  tracking: trackingOf(row),
  version: row.version,
  linkNumber: row.link_number,
  reminders: remindersFrom(row),
})

/**
 * Brings what the clock has to do with these invitations in step; to be called after every write that the rule looks at, in its
 * transaction, which has written or locked them. Gives them as they are.
 */
export async function keepMoments(db: Kysely<Database>, keys: Keys): Promise<InvitationRecord[]> {
  const rows = await invitationsAt(db, keys).orderBy('invitation.partner_id').orderBy('invitation.id').execute()
  const records = rows.map(invitationOf)
  await writeMoments(db, 'invitations', records.map((each) => ({
    partnerId: each.inviter.id,
    id: each.id,
    moments: { lapses_at: lapsesAt(each), remind_at: remindAt(each, each.tracking.lastOpenedAt), overdue_at: overdueAt(each) },
  })))
  return records
}

/** These invitations of one organisation, whoever sees them. */
export const keysOf = (db: Kysely<Database>, partnerId: string, ids: readonly string[]) =>
  db.selectFrom('invitations').select(['partner_id', 'id']).where('partner_id', '=', partnerId).where('id', 'in', ids)

/** What the maker and its reseller search through. */
const searchColumns = ({ inviter, note, customer, forwards }: InvitationRecord) =>
  searchColumnsOf(inviter.id, [
    note, customer?.companyName, customer?.domain, customer?.email, customer?.tenantId, ...forwards.map((forward) => forward.email),
  ])

/** The columns that a later write may change. */
export const changingColumns = (invitation: InvitationRecord) => ({
  state: invitation.state,
  since: invitation.since,
  expires_at: invitation.expiresAt,
  decline_reason: invitation.declineReason,
  delivery: invitation.delivery,
  reseller_id: invitation.reseller?.id ?? null,
  link_number: invitation.linkNumber,
  ...searchColumns(invitation),
})

export const newRow = (invitation: InvitationRecord) => ({
  ...changingColumns(invitation),
  partner_id: invitation.inviter.id,
  id: invitation.id,
  customer: invitation.customer && JSON.stringify(invitation.customer),
  reusable: invitation.reusable,
  include_dap: invitation.includeDap,
  language: invitation.language,
  note: invitation.note,
  created_at: invitation.createdAt,
  created_by: invitation.createdBy,
  accepted_count: invitation.acceptedCount,
  accepted_by_id: invitation.acceptedBy?.id ?? null,
  declined_count: invitation.declinedCount,
  version: invitation.version,
})

export const forwardRows = ({ inviter, id, forwards }: InvitationRecord) =>
  forwards.map(({ at, by, email }, position) => ({ partner_id: inviter.id, invitation_id: id, position, at, performed_by: by, email }))

export const inboxRows = ({ id, inviter, reseller, createdAt }: InvitationRecord) =>
  reseller ? [{ partner_id: reseller.id, invitation_id: id, owner_id: inviter.id, created_at: createdAt }] : []

export const makerRows = ({ id, inviter }: InvitationRecord, makerId: string | undefined) =>
  makerId === undefined ? [] : [{ partner_id: inviter.id, invitation_id: id, user_id: makerId }]

export const serviceRows = ({ inviter, id, services }: InvitationRecord) =>
  services.map((service) => ({ partner_id: inviter.id, invitation_id: id, service }))
