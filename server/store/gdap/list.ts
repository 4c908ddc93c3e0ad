import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { ExpiryBoard, GdapView } from '../../../domain/gdap/schemas.ts'
import { standingStatuses } from '../../../domain/gdap/states.ts'
import { boardSpans } from '../../../domain/gdap/term/expiry.ts'
import type { Page } from '../../../domain/page.ts'
import type { CursorHome, Position } from '../sql/cursor.ts'
import { gdapAt, gdapOf, isKept, seenGdap, type GdapRecord } from './row.ts'
import { holds, holdsByGrams } from '../sql/fold.ts'
import { byName, nameOrderOf } from '../sql/name-order.ts'
import { countedUpTo, pageFrom, type PageRequest, positionOf } from '../sql/page.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'

const countCap = 10_000
const searchCap = 1_000

const standing = sql<boolean>`gdap.status in (${sql.join([...standingStatuses])})`
const endsForGood = sql<boolean>`(${standing} and (gdap.has_global_administrator or gdap.auto_extend <> 'P180D'))`
const blocked = sql<boolean>`(${standing} and gdap.has_global_administrator)`

const onBoard = ({ from, before }: { from: string; before: string }) =>
  sql<boolean>`(gdap.on_board_at >= ${from} and gdap.on_board_at < ${before})`

const matching = ({ status, bucket, ends, blockedBy, customer }: GdapView, now: string, zone: string) =>
  sql.join(
    [
      isKept(now),
      ...(status ? [sql`gdap.status = ${status}`] : []),
      ...(bucket ? [onBoard(boardSpans(now, zone)[bucket])] : []),
      ...(ends ? [endsForGood] : []),
      ...(blockedBy ? [blocked] : []),
      ...(customer ? [sql`gdap.customer_tenant_id = ${customer}`] : []),
    ],
    sql` and `,
  )

type Matches = { where: RawBuilder<unknown>; own?: RawBuilder<unknown>; others?: RawBuilder<unknown> }

/** An index finds a text among the organisation's own. */
function matchesOf(scope: Scope, view: GdapView, now: string, zone: string): Matches {
  const where = matching(view, now, zone)
  if (view.search === undefined) return { where }
  const others = holds('gdap.search_text', view.search)
  return { where, own: holdsByGrams('gdap', scope.organizationId, view.search) ?? others, others }
}

type Order = {
  key: 'display_name' | 'end_at' | 'created_at'
  by: RawBuilder<unknown>
  beyond: (key: string, id: string) => RawBuilder<unknown>
}

/** Ids break ties; what has no end comes after all that have one. */
const ordersOf = (names: string): Record<NonNullable<GdapView['sort']>, Order> => ({
  displayName: {
    key: 'display_name',
    by: sql`${byName('gdap.display_name', names)}, gdap.id`,
    beyond: (key, id) => sql`(${byName('gdap.display_name', names)}, gdap.id) > (${key}, ${id})`,
  },
  endDateTime: {
    key: 'end_at',
    by: sql`gdap.end_at, gdap.id`,
    beyond: (key, id) =>
      key === ''
        ? sql`(gdap.end_at is null and gdap.id > ${id})`
        : sql`((gdap.end_at, gdap.id) > (${key}::timestamptz, ${id}) or gdap.end_at is null)`,
  },
  '-createdDateTime': {
    key: 'created_at',
    by: sql`gdap.created_at desc, gdap.id desc`,
    beyond: (key, id) => sql`(gdap.created_at, gdap.id) < (${key}::timestamptz, ${id})`,
  },
})

export const listGdap =
  (db: Kysely<Database>) =>
  async (scope: Scope, view: GdapView, page: PageRequest, now: string, zone: string): Promise<Page<GdapRecord>> => {
    const home: CursorHome = { list: 'delegated-admin', organizationId: scope.organizationId, view }
    const after = positionOf(home, page)
    const names = await nameOrderOf(db, page, after)
    const order = ordersOf(names)[view.sort ?? '-createdDateTime']
    const matches = matchesOf(scope, view, now, zone)
    const [rows, total] = await Promise.all([
      keysOf(db, scope, matches, order, page.limit + 1, after),
      after?.total ?? count(db, scope, matches, view.search ? searchCap : countCap),
    ])
    return pageFrom(home, page.limit, rows, total, { item: gdapOf, keys: (row) => [row[order.key] ?? '', row.id], order: names })
  }

const keysOf = (
  db: Kysely<Database>, scope: Scope, matches: Matches, order: Order, limit: number, after: Position | undefined,
) => {
  const [key = '', id = ''] = after?.keys ?? []
  const found = seenGdap(scope, {
    columns: sql`gdap.partner_id, gdap.id, gdap.display_name, gdap.end_at, gdap.created_at`,
    ...matches,
    where: after ? sql`${matches.where} and ${order.beyond(key, id)}` : matches.where,
    rest: sql`order by ${order.by} limit ${limit}`,
  })
  const keys = sql<{ partner_id: string; id: string }>`(select gdap.partner_id, gdap.id from ${found} as gdap
    order by ${order.by} limit ${limit})`
  return gdapAt(db, keys).orderBy(order.by).execute()
}

const count = (db: Kysely<Database>, scope: Scope, matches: Matches, cap: number) =>
  countedUpTo(db, cap, sql`select 1 from ${seenGdap(scope, { columns: sql`1`, ...matches, rest: sql`limit ${cap + 1}` })} as seen`)

const nobody: ExpiryBoard = {
  expired: 0, within_7: 0, within_30: 0, within_90: 0, later: 0, willNotRenew: 0, blockedByGlobalAdministrator: 0,
}

/** All counts of the board in one pass over what the organisation sees. */
export const countBoard =
  (db: Kysely<Database>) =>
  async (scope: Scope, now: string, zone: string): Promise<ExpiryBoard> => {
    const spans = boardSpans(now, zone)
    const seen = seenGdap(scope, {
      columns: sql`gdap.status, gdap.on_board_at, gdap.auto_extend, gdap.has_global_administrator`,
      where: sql`gdap.on_board_at is not null and ${isKept(now)}`,
    })
    const counted = (condition: RawBuilder<unknown>) => sql`count(*) filter (where ${condition})::int`
    const { rows } = await sql<ExpiryBoard>`
      select ${counted(onBoard(spans.expired))} as "expired", ${counted(onBoard(spans.within_7))} as "within_7",
        ${counted(onBoard(spans.within_30))} as "within_30", ${counted(onBoard(spans.within_90))} as "within_90",
        ${counted(onBoard(spans.later))} as "later", ${counted(endsForGood)} as "willNotRenew",
        ${counted(blocked)} as "blockedByGlobalAdministrator"
      from ${seen} as gdap`.execute(db)
    return rows[0] ?? nobody
  }
