import { type Kysely, type RawBuilder, sql } from 'kysely'
import { calendarOf } from '../../../domain/calendar/days.ts'
import type { ExpiryBoard, GdapView } from '../../../domain/gdap/schemas.ts'
import { standingStatuses } from '../../../domain/gdap/states.ts'
import type { Page } from '../../../domain/page.ts'
import type { CursorHome, Position } from '../sql/cursor.ts'
import { cleanedUp, gdapAt, gdapOf, seenGdap, type GdapRecord } from './row.ts'
import { holds } from '../sql/fold.ts'
import { byName, nameOrderOf } from '../sql/name-order.ts'
import { countedUpTo, pageFrom, type PageRequest, positionOf } from '../sql/page.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'

const countCap = 10_000
const searchCap = 1_000

const standing = sql<boolean>`gdap.status in (${sql.join([...standingStatuses])})`
const endsForGood = sql<boolean>`(${standing} and (gdap.has_global_administrator or gdap.auto_extend <> 'P180D'))`
const blocked = sql<boolean>`(${standing} and gdap.has_global_administrator)`

/** The columns of the board, as {@link bucketOf} of the domain says it, and what ends across them. */
function bucketsAt(now: string, zone: string) {
  const calendar = calendarOf(zone)
  const after = (days: number) => calendar.endOfDay(now, days)
  const begun = sql<boolean>`(${standing} and gdap.end_at > ${now})`
  const ending = (from: number, until: number) =>
    sql<boolean>`(${begun} and gdap.end_at >= ${after(from)} and gdap.end_at < ${after(until)})`
  const next = (days: number) => sql<boolean>`(${begun} and gdap.end_at < ${after(days)})`
  return {
    expired: () => sql<boolean>`(gdap.status = 'expired' or (${standing} and gdap.end_at <= ${now}))`,
    within_7: () => next(7),
    within_30: () => ending(7, 30),
    within_90: () => ending(30, 90),
    later: () => sql<boolean>`(${standing} and gdap.end_at >= ${after(90)})`,
    next_30: () => next(30),
    next_60: () => next(60),
    next_90: () => next(90),
  }
}

const matching = ({ status, bucket, ends, blockedBy, customer, search }: GdapView, now: string, zone: string) =>
  sql.join(
    [
      sql`not ${cleanedUp(now)}`,
      ...(status ? [sql`gdap.status = ${status}`] : []),
      ...(bucket ? [bucketsAt(now, zone)[bucket]()] : []),
      ...(ends ? [endsForGood] : []),
      ...(blockedBy ? [blocked] : []),
      ...(customer ? [sql`gdap.customer_tenant_id = ${customer}`] : []),
      ...(search ? [holds('gdap.search_text', search)] : []),
    ],
    sql` and `,
  )

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
    const after = await positionOf(home, page)
    const names = await nameOrderOf(db, page, after)
    const order = ordersOf(names)[view.sort ?? '-createdDateTime']
    const [rows, total] = await Promise.all([
      keysOf(db, scope, matching(view, now, zone), order, page.limit + 1, after),
      after?.total ?? count(db, scope, matching(view, now, zone), view.search ? searchCap : countCap),
    ])
    return pageFrom(home, page.limit, rows, total, { item: gdapOf, keys: (row) => [row[order.key] ?? '', row.id], order: names })
  }

const keysOf = (
  db: Kysely<Database>, scope: Scope, matches: RawBuilder<unknown>, order: Order, limit: number, after: Position | undefined,
) => {
  const [key = '', id = ''] = after?.keys ?? []
  const where = after ? sql`${matches} and ${order.beyond(key, id)}` : matches
  const found = seenGdap(scope, {
    columns: sql`gdap.partner_id, gdap.id, gdap.display_name, gdap.end_at, gdap.created_at`,
    where,
    rest: sql`order by ${order.by} limit ${limit}`,
  })
  const keys = sql<{ partner_id: string; id: string }>`(select gdap.partner_id, gdap.id from ${found} as gdap
    order by ${order.by} limit ${limit})`
  return gdapAt(db, keys).orderBy(order.by).execute()
}

const count = (db: Kysely<Database>, scope: Scope, where: RawBuilder<unknown>, cap: number) =>
  countedUpTo(db, cap, sql`select 1 from ${seenGdap(scope, { columns: sql`1`, where, rest: sql`limit ${cap + 1}` })} as seen`)

const nobody: ExpiryBoard = {
  expired: 0, within_7: 0, within_30: 0, within_90: 0, later: 0, willNotRenew: 0, blockedByGlobalAdministrator: 0,
}

/** All counts of the board in one pass over what the organisation sees. */
export const countBoard =
  (db: Kysely<Database>) =>
  async (scope: Scope, now: string, zone: string): Promise<ExpiryBoard> => {
    const buckets = bucketsAt(now, zone)
    const seen = seenGdap(scope, {
      columns: sql`gdap.status, gdap.end_at, gdap.auto_extend, gdap.has_global_administrator`,
      where: sql`gdap.status in ('active', 'expiring', 'expired') and not ${cleanedUp(now)}`,
    })
    const counted = (condition: RawBuilder<unknown>) => sql`count(*) filter (where ${condition})::int`
    const { rows } = await sql<ExpiryBoard>`
      select ${counted(buckets.expired())} as "expired", ${counted(buckets.within_7())} as "within_7",
        ${counted(buckets.within_30())} as "within_30", ${counted(buckets.within_90())} as "within_90",
        ${counted(buckets.later())} as "later", ${counted(endsForGood)} as "willNotRenew",
        ${counted(blocked)} as "blockedByGlobalAdministrator"
      from ${seen} as gdap`.execute(db)
    return rows[0] ?? nobody
  }
