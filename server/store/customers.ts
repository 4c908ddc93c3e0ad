import { type ExpressionBuilder, type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import type { CustomerView } from '../../domain/customers/schemas.ts'
import { compareImport, importCustomers } from './customer-import.ts'
import { customerOf, customersAt } from './customer-row.ts'
import type { CursorHome, Position } from './cursor.ts'
import { containing } from './fold.ts'
import { pageFrom, positionOf, totalOf } from './page.ts'
import type { Database } from './schema/database.ts'
import type { Scope } from './scope.ts'
import type { PageRequest, Store } from './store.ts'
import { isUuid } from './uuid-v7.ts'

/** An organisation's whole list is counted up to here, a search up to the other. */
const listCap = 10_000
const searchCap = 1_000

const orders = {
  companyName: { key: 'name_key', type: 'text', direction: 'asc' },
  '-companyName': { key: 'name_key', type: 'text', direction: 'desc' },
  lastEventAt: { key: 'last_event_at', type: 'timestamptz', direction: 'asc' },
  '-lastEventAt': { key: 'last_event_at', type: 'timestamptz', direction: 'desc' },
} as const

type Where = ExpressionBuilder<Database, 'customers'>

const admins = {
  dap: (eb: Where) => eb('dap', '=', true),
  gdap: (eb: Where) => eb('gdap_active', '=', true),
  none: (eb: Where) => eb.and([eb.not(eb.ref('dap')), eb.not(eb.ref('gdap_active'))]),
}

export const customers = (db: Kysely<Database>): Store['customers'] => ({
  list: async (scope, view, page) => {
    const home: CursorHome = { list: 'customers', organizationId: scope.organizationId, view }
    const after = await positionOf(home, page)
    const { rows, total } = await (view.search ? search(db, scope, view, page, after) : browse(db, scope, view, page, after))
    const { key } = orders[view.sort]
    return pageFrom(home, page.limit, rows, total, { item: customerOf, keys: (row) => [row[key], row.id] })
  },

  find: async (scope, tenantId) => {
    if (!isUuid(tenantId)) return undefined
    const row = await customersAt(db, own(db, scope).where('id', '=', tenantId)).executeTakeFirst()
    return row && customerOf(row)
  },

  compare: compareImport(db),
  import: importCustomers(db),
})

const own = (db: Kysely<Database>, scope: Scope) =>
  db.selectFrom('customers').selectAll().where('partner_id', '=', scope.organizationId)

const filtered = (db: Kysely<Database>, scope: Scope, { relation, admin, reseller }: CustomerView) =>
  own(db, scope)
    .$if(relation !== undefined, (query) => query.where('relation', '=', relation ?? 'unknown'))
    .$if(reseller !== undefined, (query) => query.where('reseller_id', '=', reseller ?? null))
    .$if(admin !== undefined, (query) => query.where(admins[admin ?? 'none']))

const beyond = ({ sort }: CustomerView, after: Position | undefined) => {
  const { key, type, direction } = orders[sort]
  const compare = sql.raw(direction === 'asc' ? '>' : '<')
  return after
    ? sql<boolean>`(${sql.ref(key)}, id) ${compare} (${after.keys[0]}::${sql.raw(type)}, ${after.keys[1]}::uuid)`
    : sql<boolean>`true`
}

const ordered = <DB, Table extends keyof DB, Row>(lines: SelectQueryBuilder<DB, Table, Row>, { sort }: CustomerView) =>
  lines.orderBy(sql.ref(orders[sort].key), orders[sort].direction).orderBy(sql.ref('id'), orders[sort].direction)

const shown = (db: Kysely<Database>, lines: Parameters<typeof customersAt>[1], { sort }: CustomerView) =>
  customersAt(db, lines).orderBy(`line.${orders[sort].key}`, orders[sort].direction).orderBy('line.id', orders[sort].direction)

/** Without a search: along the index. The total is counted with the first page and carried on by the cursor. */
async function browse(db: Kysely<Database>, scope: Scope, view: CustomerView, page: PageRequest, after: Position | undefined) {
  const lines = ordered(filtered(db, scope, view).where(beyond(view, after)), view).limit(page.limit + 1)
  if (after) return { rows: await shown(db, lines, view).execute(), total: after.total }
  const counted = db
    .selectFrom(filtered(db, scope, view).clearSelect().select('id').limit(listCap + 1).as('counted'))
    .select(sql<number>`count(*)::int`.as('count'))
  const rows = await shown(db, lines, view).select(counted.as('counted')).execute()
  return { rows, total: totalOf(rows[0]?.counted ?? 0, listCap) }
}

/**
 * A rare text is found by looking through the owner's lines once, up to the cap, and sorting what was found; a common one by walking
 * the list in its order until the page is full. Each is quick where the other is slow, and both are exact.
 */
async function search(db: Kysely<Database>, scope: Scope, view: CustomerView, page: PageRequest, after: Position | undefined) {
  const matching = filtered(db, scope, view).where('search_text', 'like', containing(view.search ?? ''))
  if (!after?.total.capped) {
    const counted = db
      .selectFrom(matching.limit(searchCap + 1).as('found'))
      .selectAll()
      .select(sql<number>`(count(*) over ())::int`.as('counted'))
    const lines = db.selectFrom(counted.as('customers')).selectAll().where(beyond(view, after))
    const rows = await shown(db, ordered(lines, view).limit(page.limit + 1), view).select(sql<number>`line.counted`.as('found')).execute()
    const total = after?.total ?? totalOf(rows[0]?.found ?? 0, searchCap)
    if (!total.capped) return { rows, total }
  }
  const lines = ordered(matching.where(beyond(view, after)), view).limit(page.limit + 1)
  return { rows: await shown(db, lines, view).execute(), total: { count: searchCap, capped: true } }
}
