import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import { deliveries, invitationStates, waitingStates } from '../../../domain/invitations/states.ts'
import { turnOf } from '../../../domain/invitations/turn.ts'
import type { InvitationsView } from '../../../domain/invitations/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { CursorHome, Position } from '../sql/cursor.ts'
import { holds, holdsByGrams } from '../sql/fold.ts'
import { invitationOf, invitationsAt } from './row.ts'
import { countedUpTo, pageFrom, type PageRequest, positionOf } from '../sql/page.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'

const countCap = 1_000

type Where = ExpressionBuilder<Database, 'invitations'>

/** The stored states that are shown as `state`: `lapsed` is never stored, and one that waits is shown only before it lapses. */
function shownAs(eb: Where, state: NonNullable<InvitationsView['state']>, now: string) {
  if (state === 'lapsed') return eb('lapses_at', '<=', now)
  return waitingStates.includes(state) ? eb.and([eb('state', '=', state), eb('lapses_at', '>', now)]) : eb('state', '=', state)
}

/** Every shown state and delivery of which the rule says that it is this one's turn. */
function onTurn(eb: Where, turn: NonNullable<InvitationsView['turn']>, now: string) {
  const running = { expiresAt: new Date(Date.parse(now) + 1).toISOString() }
  return eb.or(
    invitationStates.flatMap((state) => {
      const inTurn = deliveries.filter((delivery) => turnOf({ ...running, state, delivery }, new Date(now)) === turn)
      return inTurn.length === 0 ? [] : [eb.and([shownAs(eb, state, now), eb('delivery', 'in', inTurn)])]
    }),
  )
}

function matching(eb: Where, { state, turn, overdue }: InvitationsView, now: string) {
  return eb.and([
    ...(state ? [shownAs(eb, state, now)] : []),
    ...(turn ? [onTurn(eb, turn, now)] : []),
    ...(overdue ? [eb('overdue_at', '<=', now), eb('lapses_at', '>', now)] : []),
  ])
}

/** The newest keys after the position: at most `limit` of those made and `limit` of those handed over, each in order. */
function newestKeys(db: Kysely<Database>, scope: Scope, view: InvitationsView, now: string, limit: number, after: Position | undefined) {
  const older = (createdAt: string, id: string) =>
    after
      ? sql<boolean>`(${sql.ref(createdAt)}, ${sql.ref(id)}) < (${after.keys[0]}::timestamptz, ${after.keys[1]}::uuid)`
      : sql<boolean>`true`
  const sought = view.search === undefined ? undefined : holds('search_text', view.search)
  const ofOwner = view.search === undefined ? undefined : holdsByGrams('invitations', scope.organizationId, view.search)
  const all = sql<boolean>`true`
  const made = db
    .selectFrom('invitations')
    .select(['invitations.partner_id', 'invitations.id', 'invitations.created_at'])
    .where('invitations.partner_id', '=', scope.organizationId)
    .where((eb) => matching(eb, view, now))
    .where(ofOwner ?? sought ?? all)
    .where(older('invitations.created_at', 'invitations.id'))
    .orderBy('invitations.created_at', 'desc')
    .orderBy('invitations.id', 'desc')
    .limit(limit)
  const handedOver = db
    .selectFrom('invitation_inbox')
    .innerJoin('invitations', (join) =>
      join.onRef('invitations.partner_id', '=', 'invitation_inbox.owner_id').onRef('invitations.id', '=', 'invitation_inbox.invitation_id'),
    )
    .select(['invitations.partner_id', 'invitations.id', 'invitation_inbox.created_at'])
    .where('invitation_inbox.partner_id', '=', scope.organizationId)
    .where((eb) => matching(eb as unknown as Where, view, now))
    .where(sought ?? all)
    .where(older('invitation_inbox.created_at', 'invitation_inbox.invitation_id'))
    .orderBy('invitation_inbox.created_at', 'desc')
    .orderBy('invitation_inbox.invitation_id', 'desc')
    .limit(limit)
  return db.selectFrom(made.as('made')).selectAll().unionAll(db.selectFrom(handedOver.as('handed_over')).selectAll())
}

/** Newest first: keyset on (createdAt, id). */
export const listInvitations =
  (db: Kysely<Database>) =>
  async (scope: Scope, view: InvitationsView, page: PageRequest, now: string): Promise<Page<InvitationRecord>> => {
    const home: CursorHome = { list: 'invitations', organizationId: scope.organizationId, view }
    const after = positionOf(home, page)
    const keys = db
      .selectFrom(newestKeys(db, scope, view, now, page.limit + 1, after).as('newest'))
      .select(['newest.partner_id', 'newest.id'])
      .orderBy('newest.created_at', 'desc')
      .orderBy('newest.id', 'desc')
      .limit(page.limit + 1)
    const rows = await invitationsAt(db, keys).orderBy('invitation.created_at', 'desc').orderBy('invitation.id', 'desc').execute()
    const total = after?.total ?? (await countedUpTo(db, countCap, newestKeys(db, scope, view, now, countCap + 1, undefined)))
    return pageFrom(home, page.limit, rows, total, { item: invitationOf, keys: (row) => [row.created_at, row.id] })
  }
