import { type Expression, type Kysely, type NotNull, sql } from 'kysely'
import type { InvitationAnswer } from '../../../domain/invitations/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { RequestRecord } from '../../../domain/relationship-requests/requests.ts'
import type { RequestsView } from '../../../domain/relationship-requests/schemas.ts'
import { appendChanges } from '../events/changes.ts'
import type { CursorHome, Position } from '../sql/cursor.ts'
import { keyWithin } from '../invitations/row.ts'
import { countedUpTo, pageFrom, type PageRequest, positionOf } from '../sql/page.ts'
import { seeRequest } from './request-rows.ts'
import { recordOf, requestsAt, type Seen } from './sights.ts'
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
    const after = positionOf(home, page)
    const rows = await requestsAt(db, seenIn(scope, view, now, after, page.limit + 1))
      .orderBy('seen.shown_at', 'desc')
      .orderBy('request.id', 'desc')
      .execute()
    const total = after?.total ?? (await countedUpTo(db, countCap, seenIn(scope, view, now, undefined, countCap + 1)))
    return pageFrom(home, page.limit, rows, total, { item: recordOf, keys: (row) => [row.shown_at, row.id] })
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

/**
 * What the organisation's tenant sees, in the order of the moments that rows show: from either end of the time at which invitations lapse
 * one page along its index, and of both the newest.
 */
function seenIn(scope: Scope, { state }: RequestsView, now: string, after: Position | undefined, limit: number) {
  const along = (moment: 'shown_at' | 'lapses_at', where: Expression<unknown>) => {
    const key = sql`sight.${sql.ref(moment)}`
    return sql`(
      select sight.partner_id, sight.invitation_id, sight.of_tenant_id as tenant_id, sight.tenant_id as viewer_id, sight.as_customer,
        ${key} as shown_at, sight.id
      from request_sights as sight
      where sight.tenant_id = (select tenant_id from organizations where id = ${scope.organizationId}) and ${where}
        and ${state ? sql`sight.state = ${state}` : sql`true`}
        and ${after ? sql`(${key}, sight.id) < (${after.keys[0]}::timestamptz, ${after.keys[1]}::uuid)` : sql`true`}
      order by ${key} desc, sight.id desc limit ${limit}
    )`
  }
  return sql<Seen & { id: string }>`(
    select * from (
      ${along('shown_at', sql`sight.lapses_at > ${now}`)}
      union all
      ${along('lapses_at', state === 'open' ? sql`false` : sql`sight.lapses_at <= ${now} and sight.stays`)}
    ) as either order by shown_at desc, id desc limit ${limit}
  )`
}
