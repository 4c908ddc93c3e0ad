import { z } from '@hono/zod-openapi'
import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import { Customer, CustomerInFull, CustomerView } from '../../../domain/customers/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { type Page, PageQuery, pageOf } from '../../../domain/page.ts'
import { scopeOf } from '../../store/scope.ts'
import type { Store } from '../../store/store.ts'
import { endpoints } from '../http/api.ts'
import { streamed } from '../http/streamed.ts'
import { customersCsv, subscriptionsCsv } from './export.ts'
import { byId, scoped } from '../http/described.ts'
import { json, problems } from '../http/documented.ts'
import type { Ports } from '../ports.ts'
import { visible } from '../http/problem-response.ts'
import { etagOf } from '../http/row-version.ts'
import { customerOnWire, describedOnWire, pageOnWire } from '../http/wire.ts'

export const customerRoutes = {
  list: scoped.read.get('/customers', { query: CustomerView.extend(PageQuery.shape).strict() }, {
    200: json(pageOf(Customer.meta({ id: 'Customer' })), 'The actor’s customers'), ...problems(400, 401, 422),
  }),
  export: scoped.read.get('/customers/export', { query: CustomerView.strict() }, {
    200: { description: 'The same customers as CSV, streamed', content: { 'text/csv': { schema: z.string() } } },
    ...problems(400, 401, 422),
  }),
  exportSubscriptions: scoped.read.get('/subscriptions/export', { query: CustomerView.strict() }, {
    200: { description: 'What the same customers have bought as CSV, streamed', content: { 'text/csv': { schema: z.string() } } },
    ...problems(400, 401, 422),
  }),
  read: scoped.read.get('/customers/{id}', byId, {
    200: json(CustomerInFull.meta({ id: 'CustomerInFull' }), 'One customer, by its tenant id'), ...problems(401, 404),
  }),
}

const exportedAtOnce = 200

export const customerEndpoints = ({ store }: Ports) =>
  endpoints()
    .openapi(customerRoutes.list, async (c) => {
      const { limit, cursor, ...view } = c.req.valid('query')
      const page = await store.customers.list(scopeOf(c.var.actor), view, { limit, cursor, locale: c.var.locale })
      return c.json(pageOnWire(page, customerOnWire), 200)
    })
    .openapi(customerRoutes.export, async (c) => {
      const rows = rowsOf(store, c.var, c.req.valid('query'))
      return c.body(streamed(customersCsv(rows)), 200, fileOf('customers.csv'))
    })
    .openapi(customerRoutes.exportSubscriptions, async (c) => {
      const scope = scopeOf(c.var.actor)
      const rows = rowsOf(store, c.var, c.req.valid('query'))
      const lines = subscriptionsCsv(rows, async (tenantIds) => store.subscriptions.ofCustomers(scope, tenantIds))
      return c.body(streamed(lines), 200, fileOf('subscriptions.csv'))
    })
    .openapi(customerRoutes.read, async (c) => {
      const found = await store.customers.findInFull(scopeOf(c.var.actor), c.req.valid('param').id.toLowerCase())
      const customer = visible(found, 'customer.not_found')
      c.header('ETag', etagOf(customer))
      return c.json(describedOnWire(customer), 200)
    })

const fileOf = (name: string) => ({
  'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"`,
})

type Reader = { actor: Actor; locale: Locale }

/** All customers of a view, a page at a time. */
async function* rowsOf(
  { customers }: Store, { actor, locale }: Reader, view: CustomerView,
): AsyncGenerator<readonly CustomerRecord[], void, void> {
  let cursor: string | undefined
  do {
    const page: Page<CustomerRecord> = await customers.list(scopeOf(actor), view, { limit: exportedAtOnce, cursor, locale })
    yield page.items
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}
