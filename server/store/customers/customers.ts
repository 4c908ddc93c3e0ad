import { type Expression, type ExpressionBuilder, type Kysely, sql } from 'kysely'
import type { CustomerDescribed, CustomerRecord } from '../../../domain/customers/customer.ts'
import type { CustomerView } from '../../../domain/customers/schemas.ts'
import { tagKeyOf } from '../../../domain/customers/tags.ts'
import type { Page } from '../../../domain/page.ts'
import { describeCustomer, tagsInUse } from './describe.ts'
import { compareImport, importCustomers, strangersAmong } from './import.ts'
import { historyOfCustomer } from './history.ts'
import { customerOf, customersAt, listedColumns } from './row.ts'
import type { CursorHome, Position } from '../sql/cursor.ts'
import { holds, holdsByGrams } from '../sql/fold.ts'
import { byName, nameOrderOf } from '../sql/name-order.ts'
import { countedUpTo, pageFrom, type PageRequest, positionOf, totalOf } from '../sql/page.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'
import { isUuid } from '../sql/uuid-v7.ts'

/** Caps of the count of a filtered list and of a search; the whole list has a counter. */
const filterCap = 10_000
const searchCap = 1_000
/** Rows that are walked in order: to tell a common text, to count it up to the cap, and before all that is found is sorted. */
const [probeLength, countLength, stretchLength] = [500, 20_000, 5_000]

const orders = {
  companyName: { key: 'name_key', type: 'text', direction: 'asc' },
  '-companyName': { key: 'name_key', type: 'text', direction: 'desc' },
  lastEventAt: { key: 'last_event_at', type: 'timestamptz', direction: 'asc' },
  '-lastEventAt': { key: 'last_event_at', type: 'timestamptz', direction: 'desc' },
} as const

/** Rows that are sorted sooner than a list is walked for them. */
const fewRows = 1_000

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
    const after = positionOf(home, page)
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
    const row = await customersAt(db, own(db, scope).select('notes').where('id', '=', tenantId))
      .select(sql<string | null>`line.notes`.as('notes')).executeTakeFirst()
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
  db.selectFrom('customers').select([...listedColumns]).where('partner_id', '=', scope.organizationId)

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

/** Lists along the index, and sorts the few that several filters leave. The cursor carries the first page's total. */
async function browse(db: Kysely<Database>, scope: Scope, view: Wanted, page: PageRequest, after: Position | undefined) {
  const mine = filtered(db, scope, view)
  const rest = mine.where(beyond(view, after))
  const inOrder = (lines: Rows) => shown(db, ordered(lines, view).limit(page.limit + 1), view)
  const filters = [view.relation, view.admin, view.reseller, view.tag].filter((filter) => filter !== undefined).length
  const known = after?.total ?? (filters > 1 ? await countedUpTo(db, filterCap, mine) : undefined)
  if (known && filters > 1 && known.count <= fewRows) return { rows: await inOrder(fenced(db, rest.offset(0))).execute(), total: known }
  if (known) return { rows: await inOrder(rest).execute(), total: known }
  const cap = filters > 0 ? filterCap : Number.MAX_SAFE_INTEGER
  const rows = await inOrder(rest).select(sql<number>`${filters > 0 ? countOf(mine, cap) : wholeCount(db, scope)}`.as('counted')).execute()
  return { rows, total: totalOf(rows[0]?.counted ?? 0, cap) }
}

const wholeCount = (db: Kysely<Database>, scope: Scope) =>
  db.selectFrom('customer_counts').select('count').where('partner_id', '=', scope.organizationId)

const countOf = (rows: Expression<unknown>, cap: number) =>
  sql`(select count(*)::int from (select 1 from (${rows}) as line limit ${cap + 1}) as counted)`

/**
 * A common text fills its page from the first rows of the list; others are found by their grams, which an index leads to. If neither fills
 * it, all matches are sorted. Every way is exact; the total is capped.
 */
async function search(db: Kysely<Database>, scope: Scope, view: Wanted, page: PageRequest, after: Position | undefined) {
  const sought = view.search ?? ''
  const byGrams = holdsByGrams('customers', scope.organizationId, sought)
  const read = (lines: Rows) => lines.where(holds('search_text', sought))
  const found = (lines: Rows) => (byGrams ? lines.where(byGrams) : read(lines))
  const mine = filtered(db, scope, view)
  const rest = mine.where(beyond(view, after))
  const inOrder = (lines: Rows) => shown(db, ordered(lines, view).limit(page.limit + 1), view).execute()
  const along = (length: number) => inOrder(read(fenced(db, ordered(rest, view).limit(length))))

  const near = after && !after.total.capped ? [] : await along(probeLength)
  const isNear = near.length > page.limit
  const common = isNear ? read(fenced(db, ordered(mine, view).limit(countLength))) : undefined
  const total = after?.total ?? (await countFound(db, found(mine), common))
  if (isNear) return { rows: near, total }
  if (total.capped) {
    const further = await along(stretchLength)
    if (further.length > page.limit) return { rows: further, total }
  }
  return { rows: await inOrder(fenced(db, found(rest).offset(0))), total }
}

/** Counts up to the cap: of a text that is `common` among the first rows in those, where that is enough. */
async function countFound(db: Kysely<Database>, found: Rows, common: Rows | undefined): Promise<Position['total']> {
  const counted = common && (await countedUpTo(db, searchCap, common))
  return counted?.capped ? counted : countedUpTo(db, searchCap, found)
}

/** Fences a query, so that a sort around it does not make the planner walk an index. */
const fenced = (db: Kysely<Database>, rows: Rows): Rows => db.selectFrom(rows.as('customers')).selectAll()
