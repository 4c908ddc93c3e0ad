import { type Expression, type ExpressionBuilder, type Kysely, sql } from 'kysely'
import type { CustomerDescribed, CustomerRecord } from '../../../domain/customers/customer.ts'
import type { CustomerView } from '../../../domain/customers/schemas.ts'
import { tagKeyOf } from '../../../domain/customers/tags.ts'
import type { Page } from '../../../domain/page.ts'
import { describeCustomer, tagsInUse } from './describe.ts'
import { compareImport, importCustomers, strangersAmong } from './import.ts'
import { historyOfCustomer } from './history.ts'
import { customerOf, customersAt } from './row.ts'
import type { CursorHome, Position } from '../sql/cursor.ts'
import { holds } from '../sql/fold.ts'
import { byName, nameOrderOf } from '../sql/name-order.ts'
import { pageFrom, type PageRequest, positionOf, totalOf } from '../sql/page.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'
import { isUuid } from '../sql/uuid-v7.ts'

/** Caps of the count of a filtered list and of a search; the whole list has a counter. */
const filterCap = 10_000
const searchCap = 1_000
/** Rows that are walked in order before all are searched. */
const stretchLength = 5_000

const orders = {
  companyName: { key: 'name_key', type: 'text', direction: 'asc' },
  '-companyName': { key: 'name_key', type: 'text', direction: 'desc' },
  lastEventAt: { key: 'last_event_at', type: 'timestamptz', direction: 'asc' },
  '-lastEventAt': { key: 'last_event_at', type: 'timestamptz', direction: 'desc' },
} as const

type Wanted = CustomerView & { order: string }

type Where = ExpressionBuilder<Database, 'customers'>

const admins = {
  dap: (eb: Where) => eb('dap', '=', true),
  gdap: (eb: Where) => eb('gdap_active', '=', true),
  none: (eb: Where) => eb.and([eb.not(eb.ref('dap')), eb.not(eb.ref('gdap_active'))]),
}

export const customers = (db: Kysely<Database>) => ({
  /** Totals: exact without a filter, capped at 10,000 with one and 1,000 with a search; pages reach every row. */
  list: async (scope: Scope, view: CustomerView, page: PageRequest): Promise<Page<CustomerRecord>> => {
    const home: CursorHome = { list: 'customers', organizationId: scope.organizationId, view }
    const after = await positionOf(home, page)
    const wanted: Wanted = { ...view, order: await nameOrderOf(db, page, after) }
    const { rows, total } = await (view.search ? search(db, scope, wanted, page, after) : browse(db, scope, wanted, page, after))
    const { key } = orders[view.sort]
    return pageFrom(home, page.limit, rows, total, { item: customerOf, keys: (row) => [row[key], row.id], order: wanted.order })
  },

  find: async (scope: Scope, tenantId: string): Promise<CustomerRecord | undefined> => {
    if (!isUuid(tenantId)) return undefined
    const row = await customersAt(db, own(db, scope).where('id', '=', tenantId)).executeTakeFirst()
    return row && customerOf(row)
  },

  findInFull: async (scope: Scope, tenantId: string): Promise<CustomerDescribed | undefined> => {
    if (!isUuid(tenantId)) return undefined
    const row = await customersAt(db, own(db, scope).where('id', '=', tenantId)).select('line.notes').executeTakeFirst()
    return row && { ...customerOf(row), notes: row.notes }
  },

  /**
   * The newest 500 events between the organisation and this tenant, in its own sight, oldest first. The last one sets the row's
   * `lastEventAt`.
   */
  history: historyOfCustomer(db),
  /** Saves alias, notes and tags of this version of the row; else StaleWrite. */
  describe: describeCustomer(db),
  /** The first 200 tags of the organisation's customers, in order of what they are compared by. */
  tags: tagsInUse(db),
  /** Organisations of tenants that are no confirmed customers of the scope: for rules on the server alone. */
  strangers: strangersAmong(db),
  /** What an import of these rows would do, in order. */
  compare: compareImport(db),
  /**
   * Writes these rows (at most 1,000) in one transaction; repeating reports `unchanged`. Changes only names of confirmed rows. Records the
   * import in each row's history.
   */
  import: importCustomers(db),
})

const own = (db: Kysely<Database>, scope: Scope) =>
  db.selectFrom('customers').selectAll().where('partner_id', '=', scope.organizationId)

const filtered = (db: Kysely<Database>, scope: Scope, { relation, admin, reseller, tag }: CustomerView) =>
  own(db, scope)
    .$if(relation !== undefined, (query) => query.where('relation', '=', relation ?? 'unknown'))
    .$if(reseller !== undefined, (query) => query.where('reseller_id', '=', reseller ?? null))
    .$if(admin !== undefined, (query) => query.where(admins[admin ?? 'none']))
    .$if(tag !== undefined, (query) => query.where('id', 'in', tagged(db, scope, tag ?? '')))

const tagged = (db: Kysely<Database>, scope: Scope, tag: string) =>
  db.selectFrom('customer_tags').select('tenant_id').where('partner_id', '=', scope.organizationId).where('tag_key', '=', tagKeyOf(tag))

const sorted = ({ sort, order }: Wanted, rows = '') => {
  const { key } = orders[sort]
  return key === 'name_key' ? byName(`${rows}name_key`, order) : sql<string>`${sql.ref(`${rows}${key}`)}`
}

const beyond = (view: Wanted, after: Position | undefined) => {
  const { type, direction } = orders[view.sort]
  const compare = sql.raw(direction === 'asc' ? '>' : '<')
  return after
    ? sql<boolean>`(${sorted(view)}, id) ${compare} (${after.keys[0]}::${sql.raw(type)}, ${after.keys[1]}::uuid)`
    : sql<boolean>`true`
}

type Rows = ReturnType<typeof own>

const ordered = (rows: Rows, view: Wanted): Rows =>
  rows.orderBy(sorted(view), orders[view.sort].direction).orderBy('id', orders[view.sort].direction)

const shown = (db: Kysely<Database>, rows: Rows, view: Wanted) =>
  customersAt(db, rows).orderBy(sorted(view, 'line.'), orders[view.sort].direction).orderBy('line.id', orders[view.sort].direction)

/** Lists along the index. The cursor carries the first page's total. */
async function browse(db: Kysely<Database>, scope: Scope, view: Wanted, page: PageRequest, after: Position | undefined) {
  const lines = ordered(filtered(db, scope, view).where(beyond(view, after)), view).limit(page.limit + 1)
  if (after) return { rows: await shown(db, lines, view).execute(), total: after.total }
  const isFiltered = [view.relation, view.admin, view.reseller, view.tag].some((part) => part !== undefined)
  const counted = isFiltered ? countOf(filtered(db, scope, view), filterCap) : wholeCount(db, scope)
  const rows = await shown(db, lines, view).select(sql<number>`${counted}`.as('counted')).execute()
  return { rows, total: totalOf(rows[0]?.counted ?? 0, isFiltered ? filterCap : Number.MAX_SAFE_INTEGER) }
}

const wholeCount = (db: Kysely<Database>, scope: Scope) =>
  db.selectFrom('customer_counts').select('count').where('partner_id', '=', scope.organizationId)

const countOf = (rows: Expression<unknown>, cap: number) =>
  sql`(select count(*)::int from (select 1 from (${rows}) as line limit ${cap + 1}) as counted)`

/**
 * Finds a rare text by scanning the owner's rows up to the cap and sorting the matches. For a common one most pages fill from a stretch of
 * the list in order; if not, all matches are sorted. Every way is exact.
 */
async function search(db: Kysely<Database>, scope: Scope, view: Wanted, page: PageRequest, after: Position | undefined) {
  const found = (lines: Rows) => lines.where(holds('search_text', view.search ?? ''))
  const inOrder = (lines: Rows) => shown(db, ordered(lines.where(beyond(view, after)), view).limit(page.limit + 1), view)
  const mine = filtered(db, scope, view)

  if (!after?.total.capped) {
    const counted = db
      .selectFrom(found(mine).limit(searchCap + 1).as('found'))
      .selectAll()
      .select(sql<number>`(count(*) over ())::int`.as('counted'))
    const rows = await inOrder(db.selectFrom(counted.as('customers')).selectAll() as unknown as Rows)
      .select(sql<number>`line.counted`.as('found'))
      .execute()
    const total = after?.total ?? totalOf(rows[0]?.found ?? 0, searchCap)
    if (!total.capped) return { rows, total }
  }
  const total = { count: searchCap, capped: true }
  const stretch = ordered(mine.where(beyond(view, after)), view).limit(stretchLength)
  const near = await inOrder(found(fenced(db, stretch))).execute()
  if (near.length > page.limit) return { rows: near, total }
  return { rows: await inOrder(fenced(db, found(mine).offset(0))).execute(), total }
}

/** Fences a query, so that a sort around it does not make the planner walk an index. */
const fenced = (db: Kysely<Database>, rows: Rows): Rows => db.selectFrom(rows.as('customers')).selectAll()
