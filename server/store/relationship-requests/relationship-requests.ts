import { type Kysely, type NotNull, sql } from 'kysely'
import type { InvitationAnswer } from '../../../domain/invitations/schemas.ts'
import { openStates, waitingStates } from '../../../domain/invitations/states.ts'
import type { Page } from '../../../domain/page.ts'
import type { RequestRecord } from '../../../domain/relationship-requests/requests.ts'
import type { RequestsView } from '../../../domain/relationship-requests/schemas.ts'
import { appendChanges } from '../events/changes.ts'
import type { CursorHome, Position } from '../sql/cursor.ts'
import { onTurn } from '../invitations/list.ts'
import { keyWithin, refFrom } from '../invitations/row.ts'
import { countedUpTo, pageFrom, type PageRequest, positionOf } from '../sql/page.ts'
import { seeRequest } from './request-rows.ts'
import type { Database } from '../sql/tables/database.ts'
import type { LinkScope, Scope } from '../scope.ts'
import type { NewChange } from '../write.ts'
import { inTransaction } from '../sql/transaction.ts'
import { isUuid } from '../sql/uuid-v7.ts'

const countCap = 1_000
const mostAnswers = 100

export const relationshipRequests = (db: Kysely<Database>) => ({
  /** What the organisation made, was handed, or as a tenant was asked; newest first by the moment that a row shows. */
  list: async (scope: Scope, view: RequestsView, page: PageRequest, now: string): Promise<Page<RequestRecord>> => {
    const home: CursorHome = { list: 'relationship-requests', organizationId: scope.organizationId, view }
    const after = await positionOf(home, page)
    const rows = await requestsOf(db, scope, view, now, after)
      .orderBy('shown_since', 'desc')
      .orderBy('request.id', 'desc')
      .limit(page.limit + 1)
      .execute()
    const seen = requestsOf(db, scope, view, now, undefined).clearSelect().select('request.id')
    const total = after?.total ?? (await countedUpTo(db, countCap, seen))
    return pageFrom(home, page.limit, rows, total, { item: recordOf, keys: (row) => [row.shown_since, row.id] })
  },

  /** What customers answered to an invitation in the organisation's sight: the latest, newest first. */
  answersTo: async (scope: Scope, invitationId: string): Promise<InvitationAnswer[]> => {
    if (!isUuid(invitationId)) return []
    return db
      .selectFrom(keyWithin(db, scope, invitationId).as('sought'))
      .innerJoin('relationship_requests as request', (join) =>
        join.onRef('request.partner_id', '=', 'sought.partner_id').onRef('request.invitation_id', '=', 'sought.id'),
      )
      .innerJoin('organizations as tenant', 'tenant.tenant_id', 'request.tenant_id')
      .select(['request.answered_at as at', 'tenant.display_name as organization', 'request.answer', 'request.reason'])
      .where('request.answer', 'is not', null)
      .where('request.answered_at', 'is not', null)
      .$narrowType<{ at: NotNull; answer: NotNull }>()
      .orderBy('request.answered_at', 'desc')
      .orderBy('request.id', 'desc')
      .limit(mostAnswers)
      .execute()
  },

  /** Somebody of the tenant has opened the link, signed in; `changes` are told the first time only. */
  see: (link: LinkScope, tenantId: string, at: string, changes: readonly NewChange[]): Promise<void> =>
    inTransaction(db, async (trx) => {
      if (await seeRequest(trx, link, tenantId, at)) await appendChanges(trx, changes, at)
    }),
})

type Seen = { partner_id: string; invitation_id: string; tenant_id: string; as_customer: boolean }

/** The keys of what the organisation made, what was handed to it, and what reached it as a tenant. */
const seenBy = (scope: Scope) => sql<Seen>`(
  select partner_id, invitation_id, tenant_id, false as as_customer
  from relationship_requests
  where partner_id = ${scope.organizationId}
  union all
  select handed.partner_id, handed.invitation_id, handed.tenant_id, false
  from invitation_inbox as inbox
  join relationship_requests as handed on handed.partner_id = inbox.owner_id and handed.invitation_id = inbox.invitation_id
  where inbox.partner_id = ${scope.organizationId}
  union all
  select reached.partner_id, reached.invitation_id, reached.tenant_id, true
  from organizations as itself
  join request_inbox as reached on reached.tenant_id = itself.tenant_id
  where itself.id = ${scope.organizationId}
)`

/** Whether the tenant that reads can be a customer of the inviting partner (BR-34, BR-39); who is not asked does not say. */
const canBeServed = sql<boolean>`(not seen.as_customer or (tenant.cloud = inviter.cloud and tenant.country = inviter.country))`

/** `requestSince` of the domain. */
const shownSince = (now: string) => sql<string>`coalesce(request.answered_at, case
  when invitations.state = any(${waitingStates}) and invitations.expires_at <= ${now}::timestamptz then invitations.expires_at
  when invitations.state = any(${openStates}) and ${canBeServed} and request.first_seen_at is not null then request.first_seen_at
  else invitations.since end)`

/**
 * A customer learns of an invitation that names it when it is its turn, and keeps what it has seen or answered: what a partner has made
 * and not yet sent, or withdrew before, never reached it.
 */
function requestsOf(db: Kysely<Database>, scope: Scope, { state }: RequestsView, now: string, after: Position | undefined) {
  let query = db
    .selectFrom(seenBy(scope).as('seen'))
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
      'tenant.display_name as tenant_name', canBeServed.as('can_be_served'), shownSince(now).as('shown_since'),
    ])
    .where((eb) =>
      eb.or([
        eb('seen.as_customer', '=', false),
        eb('request.first_seen_at', 'is not', null),
        eb('request.answer', 'is not', null),
        onTurn(eb as never, 'customer', now),
      ]),
    )
  if (state === 'answered') query = query.where('request.answer', 'is not', null)
  if (state === 'open')
    query = query
      .where(canBeServed)
      .where('request.answer', 'is', null)
      .where('invitations.state', 'in', openStates)
      .where('invitations.expires_at', '>', now)
  if (after)
    query = query.where(sql<boolean>`(${shownSince(now)}, request.id) < (${after.keys[0]}::timestamptz, ${after.keys[1]}::uuid)`)
  return query
}

type Row = Awaited<ReturnType<ReturnType<typeof requestsOf>['execute']>>[number]

const recordOf = (row: Row): RequestRecord => ({
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
