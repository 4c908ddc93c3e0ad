import { type Expression, type Kysely, sql } from 'kysely'
import { listed, type RequestRecord } from '../../../domain/relationship-requests/requests.ts'
import { refFrom } from '../invitations/row.ts'
import { batchesOf } from '../sql/batches.ts'
import type { Database } from '../sql/tables/database.ts'

type Key = { partner_id: string; invitation_id: string; tenant_id: string }

/** A request in the sight of a tenant, at the moment by which it stands in its list. */
export type Seen = Key & { viewer_id: string; as_customer: boolean; shown_at: string }

/** Whether the tenant that reads can be a customer of the inviting partner (BR-34, BR-39); who is not asked does not say. */
const canBeServed = sql<boolean>`(
  not seen.as_customer or coalesce(tenant.cloud = inviter.cloud and tenant.country = inviter.country, false)
)`

/** What is seen, with the organisations that it names. */
export const requestsAt = (db: Kysely<Database>, seen: Expression<Seen>) =>
  db
    .selectFrom(sql<Seen>`${seen}`.as('seen'))
    .innerJoin('relationship_requests as request', (join) =>
      join
        .onRef('request.partner_id', '=', 'seen.partner_id')
        .onRef('request.invitation_id', '=', 'seen.invitation_id')
        .onRef('request.tenant_id', '=', 'seen.tenant_id'),
    )
    .innerJoin('invitations', (join) =>
      join.onRef('invitations.partner_id', '=', 'seen.partner_id').onRef('invitations.id', '=', 'seen.invitation_id'),
    )
    .innerJoin('organizations as inviter', 'inviter.id', 'invitations.partner_id')
    .leftJoin('organizations as reseller', 'reseller.id', 'invitations.reseller_id')
    .leftJoin('organizations as tenant', 'tenant.tenant_id', 'seen.tenant_id')
    .leftJoin('invitation_kinds as kind', (join) =>
      join.onRef('kind.partner_id', '=', 'seen.partner_id').onRef('kind.invitation_id', '=', 'seen.invitation_id'),
    )
    .select([
      'request.id', 'request.first_seen_at', 'request.last_seen_at', 'request.answer', 'request.answered_at',
      'request.reason', 'request.receipt_id', 'request.tenant_id', 'kind.kind', 'invitations.id as invitation_id', 'invitations.partner_id',
      'invitations.state', 'invitations.since', 'invitations.expires_at', 'invitations.delivery', 'invitations.include_dap',
      'invitations.customer', 'inviter.tenant_id as inviter_tenant_id', 'inviter.display_name as inviter_name',
      'invitations.reseller_id', 'reseller.tenant_id as reseller_tenant_id', 'reseller.display_name as reseller_name',
      'tenant.display_name as tenant_name', canBeServed.as('can_be_served'), 'seen.shown_at', 'seen.viewer_id',
      'seen.as_customer',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof requestsAt>['execute']>>[number]

export const recordOf = (row: Row): RequestRecord => ({
  id: row.id,
  kind: row.kind ?? 'new',
  invitation: {
    id: row.invitation_id,
    state: row.state,
    since: row.since,
    expiresAt: row.expires_at,
    delivery: row.delivery,
    includeDap: row.include_dap,
    inviter: { id: row.partner_id, tenantId: row.inviter_tenant_id, displayName: row.inviter_name },
    reseller: refFrom(row.reseller_id, row.reseller_tenant_id, row.reseller_name),
  },
  canBeServed: row.can_be_served,
  customer: { tenantId: row.tenant_id, displayName: row.tenant_name ?? row.customer?.companyName ?? row.customer?.domain ?? null },
  firstSeenAt: row.first_seen_at,
  lastSeenAt: row.last_seen_at,
  answer: row.answer,
  answeredAt: row.answered_at,
  receiptId: row.receipt_id,
  reason: row.reason,
})

/** Who sees a request: its invitation's maker, the reseller that carries it, and the tenant itself. */
const seenBy = (named: Expression<unknown>) => sql<Seen>`(
  select request.partner_id, request.invitation_id, request.tenant_id, viewer.viewer_id, viewer.as_customer, request.at as shown_at
  from ${named}
  join relationship_requests as request using (partner_id, invitation_id, tenant_id)
  join invitations as carried on carried.partner_id = request.partner_id and carried.id = request.invitation_id
  cross join lateral (
    select party.tenant_id as viewer_id, false as as_customer from organizations as party
    where party.id in (carried.partner_id, carried.reseller_id)
    union all
    select request.tenant_id, true
  ) as viewer
)`

/**
 * Brings the lists of whoever sees these requests in step; to be called after every write that the order looks at. The invitation stands
 * still until the transaction ends.
 */
export async function keepSights(db: Kysely<Database>, requests: readonly Key[]): Promise<void> {
  for (const batch of batchesOf(requests)) {
    const keys = JSON.stringify(batch.map(({ partner_id, invitation_id, tenant_id }) => ({ partner_id, invitation_id, tenant_id })))
    const named = sql`jsonb_to_recordset(${keys}::jsonb) as named (partner_id uuid, invitation_id uuid, tenant_id uuid)`
    await sql`select held.id from invitations as held
      join ${named} on named.partner_id = held.partner_id and named.invitation_id = held.id
      order by held.partner_id, held.id for share of held`.execute(db)
    const rows = await requestsAt(db, seenBy(named)).execute()
    await db.deleteFrom('request_sights').where('id', 'in', rows.map(({ id }) => id)).execute()
    const sights = rows.flatMap((row) => {
      const standing = listed(recordOf(row), row.as_customer)
      return standing === null ? [] : [{
        tenant_id: row.viewer_id, id: row.id, as_customer: row.as_customer, partner_id: row.partner_id, invitation_id: row.invitation_id,
        of_tenant_id: row.tenant_id, shown_at: standing.since, lapses_at: standing.lapsesAt ?? 'infinity', state: standing.state,
        stays: standing.stays,
      }]
    })
    if (sights.length > 0) await db.insertInto('request_sights').values(sights).execute()
  }
}

const atOnce = 500

/** The same of all requests of which this is so, some at a time. */
export async function keepSightsOf(db: Kysely<Database>, isSo: Expression<unknown>): Promise<void> {
  let beyond = sql`true`
  for (;;) {
    const { rows } = await sql<Key>`select partner_id, invitation_id, tenant_id from relationship_requests where ${isSo} and ${beyond}
      order by partner_id, invitation_id, tenant_id limit ${atOnce}`.execute(db)
    await keepSights(db, rows)
    const last = rows.at(atOnce - 1)
    if (!last) return
    beyond = sql`(partner_id, invitation_id, tenant_id) > (${last.partner_id}, ${last.invitation_id}, ${last.tenant_id})`
  }
}

/** Those through these invitations of one organisation. */
export const throughInvitations = (partnerId: string, ids: readonly string[]) =>
  sql`partner_id = ${partnerId} and invitation_id = any(${sql.val([...ids])}::uuid[])`
