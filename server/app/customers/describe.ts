import { z } from '@hono/zod-openapi'
import { changedFields } from '../../../domain/audit/changed.ts'
import type { CustomerDescribed } from '../../../domain/customers/customer.ts'
import { describedAs, hasSameTags, isDescribedAlike } from '../../../domain/customers/description.ts'
import { canDescribeCustomer } from '../../../domain/customers/rules.ts'
import { CustomerChange, CustomerInFull, CustomerTags } from '../../../domain/customers/schemas.ts'
import { scopeOf } from '../../store/scope.ts'
import { type AuditEntry, recordOf } from '../audit/record.ts'
import { endpoints } from '../http/api.ts'
import type { ActorContext } from '../http/api-env.ts'
import { command } from '../http/command.ts'
import { byId, headers, itemsOf, refusals, scoped, signedIn } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'
import { visible } from '../http/problem-response.ts'
import { describedOnWire } from '../http/wire.ts'
import type { Ports } from '../ports.ts'

export const customerDescriptionRoutes = {
  tags: scoped.read.get('/customers/tags', {}, {
    200: json(itemsOf(z.string()), 'The tags of the organization’s customers, the first 200 of them'), ...problems(401),
  }),
  tag: signedIn.put('/customers/{id}/tags', { ...byId, headers, ...jsonBodyOf(CustomerTags) }, {
    200: json(CustomerInFull, 'Tagged, in the actor’s own list alone'), ...refusals, ...problems(428),
  }),
  describe: signedIn.patch('/customers/{id}', { ...byId, headers, ...jsonBodyOf(CustomerChange) }, {
    200: json(CustomerInFull, 'Described, in the actor’s own list alone; what is left out stays'), ...refusals, ...problems(428),
  }),
}

export const customerDescriptionEndpoints = (ports: Ports) =>
  endpoints()
    .openapi(customerDescriptionRoutes.tags, async (c) => c.json({ items: await ports.store.customers.tags(scopeOf(c.var.actor)) }, 200))
    .openapi(customerDescriptionRoutes.tag, async (c) => {
      const body = await describe(c, ports, c.req.valid('param').id, c.req.valid('json'))
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
    .openapi(customerDescriptionRoutes.describe, async (c) => {
      const body = await describe(c, ports, c.req.valid('param').id, c.req.valid('json'))
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })

async function describe(c: ActorContext, ports: Ports, id: string, change: CustomerChange): Promise<CustomerInFull> {
  const { actor } = c.var
  const { body } = await command(c, ports, {
    find: async () => visible(await ports.store.customers.findInFull(scopeOf(actor), id.toLowerCase()), 'customer.not_found'),
    may: () => canDescribeCustomer(actor),
    version: (customer) => customer,
    mustBeSeen: true,
    next: (customer) => {
      const next = describedAs(customer, change)
      return isDescribedAlike(customer, next) ? 'unchanged' : next
    },
    event: (next, at, before) => recordOf(actor, entriesOf(next, at, before, actor.organization.id)),
    save: (customer, write) => ports.store.customers.describe(scopeOf(actor), customer, write),
    again: describedOnWire,
    onWire: describedOnWire,
  })
  return body
}

/** The notes themselves stay out of the log. */
function entriesOf(next: CustomerDescribed, at: string, before: CustomerDescribed, own: string): AuditEntry[] {
  const of = { at, noun: 'customers', nounId: next.id, organizationIds: [own] } as const
  const isNamed = next.alias !== before.alias || next.notes !== before.notes
  return [
    ...(isNamed ? [{ ...of, action: 'customer.described' as const, changed: changedFields(before, next, ['alias']) }] : []),
    ...(hasSameTags(before, next) ? [] : [{ ...of, action: 'customer.tagged' as const, changed: changedFields(before, next, ['tags']) }]),
  ]
}
