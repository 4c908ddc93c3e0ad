import { z } from '@hono/zod-openapi'
import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import { Customer, CustomerInFull, CustomerView } from '../../../domain/customers/schemas.ts'
import { type Page, PageQuery, pageOf } from '../../../domain/page.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { streamed } from '../http/streamed.ts'
import { customersCsv } from './export.ts'
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
      const view = c.req.valid('query')
      const { actor, locale } = c.var
      const pageAfter = (cursor?: string) => store.customers.list(scopeOf(actor), view, { limit: exportedAtOnce, cursor, locale })
      return c.body(streamed(customersCsv(rowsOf(pageAfter))), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="customers.csv"',
      })
    })
    .openapi(customerRoutes.read, async (c) => {
      const found = await store.customers.findInFull(scopeOf(c.var.actor), c.req.valid('param').id.toLowerCase())
      const customer = visible(found, 'customer.not_found')
      c.header('ETag', etagOf(customer))
      return c.json(describedOnWire(customer), 200)
    })

type Rows = readonly CustomerRecord[]

async function* rowsOf(pageAfter: (cursor?: string) => Promise<Page<CustomerRecord>>): AsyncGenerator<Rows, void, void> {
  let page = await pageAfter()
  yield page.items
  while (page.nextCursor !== null) {
    page = await pageAfter(page.nextCursor)
    yield page.items
  }
}
