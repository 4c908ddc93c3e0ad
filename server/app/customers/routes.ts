import { Customer, CustomerView } from '../../../domain/customers/schemas.ts'
import { PageQuery, pageOf } from '../../../domain/page.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { byId, scoped } from '../http/described.ts'
import { json, problems } from '../http/documented.ts'
import type { Ports } from '../ports.ts'
import { visible } from '../http/problem-response.ts'
import { etagOf } from '../http/row-version.ts'
import { customerOnWire, pageOnWire } from '../http/wire.ts'

export const customerRoutes = {
  list: scoped.read.get('/customers', { query: CustomerView.extend(PageQuery.shape).strict() }, {
    200: json(pageOf(Customer.meta({ id: 'Customer' })), 'The actor’s customers'), ...problems(400, 401, 422),
  }),
  read: scoped.read.get('/customers/{id}', byId, {
    200: json(Customer, 'One customer, by its tenant id'), ...problems(401, 404),
  }),
}

export const customerEndpoints = ({ store }: Ports) =>
  endpoints()
    .openapi(customerRoutes.list, async (c) => {
      const { limit, cursor, ...view } = c.req.valid('query')
      const page = await store.customers.list(scopeOf(c.var.actor), view, { limit, cursor, locale: c.var.locale })
      return c.json(pageOnWire(page, customerOnWire), 200)
    })
    .openapi(customerRoutes.read, async (c) => {
      const found = await store.customers.find(scopeOf(c.var.actor), c.req.valid('param').id.toLowerCase())
      const customer = visible(found, 'customer.not_found')
      c.header('ETag', etagOf(customer))
      return c.json(customerOnWire(customer), 200)
    })
