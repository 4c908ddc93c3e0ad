import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { ExpiryBoard, GdapView } from '../../domain/delegated-admin/schemas.ts'
import { standingStatuses } from '../../domain/delegated-admin/states.ts'
import type { CursorHome, Position } from './cursor.ts'
import { cleanedUp, gdapAt, gdapOf, seenGdap, shifted } from './delegated-admin-row.ts'
import type { DelegatedAdminStore } from './delegated-admin-store.ts'
import { containing } from './fold.ts'
import { pageFrom, positionOf, totalOf } from './page.ts'
import type { Database } from './schema/database.ts'
import type { Scope } from './scope.ts'

const countCap = 10_000
const searchCap = 1_000

const standing = sql<boolean>`gdap.status in (${sql.join([...standingStatuses])})`
const endsForGood = sql<boolean>`(${standing} and (gdap.has_global_administrator or gdap.auto_extend <> 'P180D'))`
const blocked = sql<boolean>`(${standing} and gdap.has_global_administrator)`

/** The columns of the board, as {@link bucketOf} of the domain says it, and what ends across them. */
const buckets = {
  expired: (now: string) => sql<boolean>`(gdap.status = 'expired' or (${standing} and gdap.end_at <= ${now}))`,
  within_7: (now: string) => ending(now, shifted(now, 7)),
  within_30: (now: string) => ending(shifted(now, 7), shifted(now, 30)),
  within_90: (now: string) => ending(shifted(now, 30), shifted(now, 90)),
  later: (now: string) => sql<boolean>`(${standing} and gdap.end_at > ${shifted(now, 90)})`,
  next_30: (now: string) => ending(now, shifted(now, 30)),
  next_60: (now: string) => ending(now, shifted(now, 60)),
  next_90: (now: string) => ending(now, shifted(now, 90)),
}

const ending = (after: string, until: string) => sql<boolean>`(${standing} and gdap.end_at > ${after} and gdap.end_at <= ${until})`

const matching = ({ status, bucket, ends, blockedBy, customer, search }: GdapView, now: string) =>
  sql.join(
    [
      sql`not ${cleanedUp(now)}`,
      ...(status ? [sql`gdap.status = ${status}`] : []),
      ...(bucket ? [buckets[bucket](now)] : []),
      ...(ends ? [endsForGood] : []),
      ...(blockedBy ? [blocked] : []),
      ...(customer ? [sql`gdap.customer_tenant_id = ${customer}`] : []),
      ...(search ? [sql`gdap.search_text like ${containing(search)}`] : []),
    ],
    sql` and `,
  )

type Order = {
  key: 'display_name' | 'end_at' | 'created_at'
  by: RawBuilder<unknown>
  beyond: (key: string, id: string) => RawBuilder<unknown>
}

/** Ids break ties; what has no end comes after all that have one. */
const orders: Record<NonNullable<GdapView['sort']>, Order> = {
  displayName: {
    key: 'display_name',
    by: sql`order by gdap.display_name collate "C", gdap.id`,
    beyond: (key, id) => sql`(gdap.display_name collate "C", gdap.id) > (${key}, ${id})`,
  },
  endDateTime: {
    key: 'end_at',
    by: sql`order by gdap.end_at, gdap.id`,
    beyond: (key, id) =>
      key === ''
        ? sql`(gdap.end_at is null and gdap.id > ${id})`
        : sql`((gdap.end_at, gdap.id) > (${key}::timestamptz, ${id}) or gdap.end_at is null)`,
  },
  '-createdDateTime': {
    key: 'created_at',
    by: sql`order by gdap.created_at desc, gdap.id desc`,
    beyond: (key, id) => sql`(gdap.created_at, gdap.id) < (${key}::timestamptz, ${id})`,
  },
}

export const listGdap =
  (db: Kysely<Database>): DelegatedAdminStore['list'] =>
  async (scope, view, page, now) => {
    const home: CursorHome = { list: 'delegated-admin', organizationId: scope.organizationId, view }
    const after = await positionOf(home, page)
    const order = orders[view.sort ?? '-createdDateTime']
    const [rows, total] = await Promise.all([
      keysOf(db, scope, view, now, order, page.limit + 1, after),
      after?.total ?? count(db, scope, view, now),
    ])
    return pageFrom(home, page.limit, rows, total, { item: gdapOf, keys: (row) => [row[order.key] ?? '', row.id] })
  }

const keysOf = (
  db: Kysely<Database>, scope: Scope, view: GdapView, now: string, order: Order, limit: number, after: Position | undefined,
) => {
  const [key = '', id = ''] = after?.keys ?? []
  const where = after ? sql`${matching(view, now)} and ${order.beyond(key, id)}` : matching(view, now)
  const found = seenGdap(scope, {
    columns: sql`gdap.partner_id, gdap.id, gdap.display_name, gdap.end_at, gdap.created_at`,
    where,
    rest: sql`${order.by} limit ${limit}`,
  })
  const keys = sql<{ partner_id: string; id: string }>`(select gdap.partner_id, gdap.id from ${found} as gdap ${order.by} limit ${limit})`
  const rows = gdapAt(db, keys)
  if (order.key === 'created_at') return rows.orderBy('gdap.created_at', 'desc').orderBy('gdap.id', 'desc').execute()
  const sorted = order.key === 'end_at' ? rows.orderBy('gdap.end_at') : rows.orderBy(sql`gdap.display_name collate "C"`)
  return sorted.orderBy('gdap.id').execute()
}

async function count(db: Kysely<Database>, scope: Scope, view: GdapView, now: string) {
  const cap = view.search ? searchCap : countCap
  const found = seenGdap(scope, { columns: sql`1`, where: matching(view, now), rest: sql`limit ${cap + 1}` })
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select 1 from ${found} as found limit ${cap + 1}) as counted`.execute(db)
  return totalOf(rows[0]?.count ?? 0, cap)
}

const nobody: ExpiryBoard = {
  expired: 0, within_7: 0, within_30: 0, within_90: 0, later: 0, willNotRenew: 0, blockedByGlobalAdministrator: 0,
}

/** All counts of the board in one pass over what the organisation sees. */
export const countBoard =
  (db: Kysely<Database>): DelegatedAdminStore['board'] =>
  async (scope, now) => {
    const seen = seenGdap(scope, {
      columns: sql`gdap.status, gdap.end_at, gdap.auto_extend, gdap.has_global_administrator`,
      where: sql`gdap.status in ('active', 'expiring', 'expired') and not ${cleanedUp(now)}`,
    })
    const counted = (condition: RawBuilder<unknown>) => sql`count(*) filter (where ${condition})::int`
    const { rows } = await sql<ExpiryBoard>`
      select ${counted(buckets.expired(now))} as "expired", ${counted(buckets.within_7(now))} as "within_7",
        ${counted(buckets.within_30(now))} as "within_30", ${counted(buckets.within_90(now))} as "within_90",
        ${counted(buckets.later(now))} as "later", ${counted(endsForGood)} as "willNotRenew",
        ${counted(blocked)} as "blockedByGlobalAdministrator"
      from ${seen} as gdap`.execute(db)
    return rows[0] ?? nobody
  }
