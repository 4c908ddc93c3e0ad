import { type Kysely, sql } from 'kysely'
import type { Existing } from '../../../domain/bulk-relationships/outcomes.ts'
import { standingStatuses } from '../../../domain/gdap/states.ts'
import type { DapCustomer } from '../../../domain/dap/schemas.ts'
import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import type { Page } from '../../../domain/page.ts'
import { customerOf, customersAt } from '../customers/row.ts'
import { requestAllGdap } from './request-all.ts'
import type { CursorHome } from '../sql/cursor.ts'
import { byName, nameOrderOf, rootOrder } from '../sql/name-order.ts'
import { countedUpTo, pageFrom, type PageRequest, positionOf } from '../sql/page.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'
import { isUuid } from '../sql/uuid-v7.ts'

/** A relationship that stands, with its roles. */
export type StandingRoles = { id: string; displayName: string; customer: DapRow['customer'] | null; roles: readonly string[] }

/** A relationship that has this name already. */
type NamedGdap = Existing & { id: string; displayName: string }

/** A customer at which delegated admin privileges stand. */
type DapRow = Omit<DapCustomer, 'activity'>

const mostStanding = 10_000
const countCap = 10_000

export const gdapBulk = (db: Kysely<Database>) => ({
  /** Makes what is new and sends the drafts that are there, each at most once, in one transaction. */
  requestAll: requestAllGdap(db),

  /** These of the organisation's customers, by tenant. */
  customersOf: async (scope: Scope, tenantIds: readonly string[]): Promise<Map<string, CustomerRecord>> => {
    if (tenantIds.length === 0) return new Map()
    const lines = db.selectFrom('customers').selectAll().where('partner_id', '=', scope.organizationId).where('id', 'in', tenantIds)
    return new Map((await customersAt(db, lines).execute()).map((row) => [row.id, customerOf(row)]))
  },

  /** The organisations behind these tenants, by tenant, where they are known here: whom to tell. */
  organizationsOf: async (tenantIds: readonly string[]): Promise<Map<string, string>> => {
    if (tenantIds.length === 0) return new Map()
    const rows = await db.selectFrom('organizations').select(['id', 'tenant_id']).where('tenant_id', 'in', tenantIds).execute()
    return new Map(rows.map((row) => [row.tenant_id, row.id]))
  },

  /** The organisation's own, by name; the first `most`, and whether those are all. */
  standing: async (scope: Scope, most = mostStanding): Promise<{ rows: StandingRoles[]; areAll: boolean }> => {
    const rows = await db
      .selectFrom('gdap_relationships')
      .select(['id', 'display_name', 'customer_tenant_id', 'customer_name', 'roles'])
      .where('partner_id', '=', scope.organizationId)
      .where('status', 'in', standingStatuses)
      .orderBy(byName('display_name', rootOrder))
      .limit(most + 1)
      .execute()
    const first = rows.slice(0, most).map((row) => ({
      id: row.id,
      displayName: row.display_name,
      customer: row.customer_tenant_id === null ? null : { tenantId: row.customer_tenant_id, displayName: row.customer_name ?? '' },
      roles: row.roles,
    }))
    return { rows: first, areAll: rows.length <= most }
  },

  /** Those of the organisation's own that have one of these names. */
  named: async (scope: Scope, names: readonly string[]): Promise<NamedGdap[]> => {
    return names.length === 0 ? [] : named(db, scope).where('display_name', 'in', [...new Set(names)]).execute()
  },

  /** Those of the organisation's own that were made for one of these tenants, however they stand. */
  madeFor: async (scope: Scope, tenantIds: readonly string[]): Promise<NamedGdap[]> => {
    const ids = tenantIds.filter(isUuid)
    return ids.length === 0 ? [] : named(db, scope).where('customer_tenant_id', 'in', [...new Set(ids)]).execute()
  },

  /** Customers at which delegated admin privileges stand, by name. */
  dap: async (scope: Scope, page: PageRequest): Promise<Page<DapRow>> => {
    const home: CursorHome = { list: 'dap', organizationId: scope.organizationId, view: {} }
    const after = positionOf(home, page)
    const order = await nameOrderOf(db, page, after)
    const name = byName('line.name_key', order)
    const lines = withDap(db, scope)
      .$if(after !== undefined, (query) =>
        query.where(sql<boolean>`(${name}, line.id) > (${after?.keys[0]}, ${after?.keys[1]}::uuid)`),
      )
      .orderBy(name)
      .orderBy('line.id')
      .limit(page.limit + 1)
    const [rows, total] = await Promise.all([lines.execute(), after?.total ?? countedUpTo(db, countCap, withDap(db, scope))])
    return pageFrom(home, page.limit, rows, total, { item: customerRowOf, keys: (row) => [row.name_key, row.id], order })
  },

  /** Those of these tenants at which they stand. */
  dapOf: async (scope: Scope, tenantIds: readonly string[]): Promise<DapRow[]> => {
    const ids = tenantIds.filter(isUuid)
    return ids.length === 0 ? [] : (await withDap(db, scope).where('line.id', 'in', ids).execute()).map(customerRowOf)
  },
})

const named = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom('gdap_relationships')
    .select(['id', 'display_name as displayName', 'customer_tenant_id as tenantId', 'roles', 'status', 'since', 'duration'])
    .select('auto_extend as autoExtendDuration')
    .where('partner_id', '=', scope.organizationId)

const withDap = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom('customers as line')
    .leftJoin('dap_uses as use', (join) => join.onRef('use.partner_id', '=', 'line.partner_id').onRef('use.tenant_id', '=', 'line.id'))
    .select(['line.id', 'line.company_name', 'line.name_key', 'line.dap_since', 'line.gdap_active', 'line.gdap_next_end'])
    .select('use.last_used_at')
    .where((eb) => eb.and({ 'line.partner_id': scope.organizationId, 'line.dap': true }))

type Row = Awaited<ReturnType<ReturnType<typeof withDap>['execute']>>[number]

const customerRowOf = (row: Row): DapRow => ({
  customer: { tenantId: row.id, displayName: row.company_name },
  since: row.dap_since,
  lastUsedAt: row.last_used_at,
  gdap: { active: row.gdap_active, nextEndDateTime: row.gdap_next_end },
})
