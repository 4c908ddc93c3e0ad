import { z } from '@hono/zod-openapi'
import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import { isConfirmedReseller } from '../../../domain/relationships/basis.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { AskerFacts } from '../../../domain/subscriptions/asker.ts'
import { guidanceFor } from '../../../domain/subscriptions/guidance.ts'
import { Guidance, Subscription } from '../../../domain/subscriptions/schemas.ts'
import { checkSubscriptionFacts } from '../../../domain/subscriptions/subscription.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { findConfirmed } from '../relationships/customer-relationship.ts'
import { itemsOf, scoped } from '../http/described.ts'
import { json, problems } from '../http/documented.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { subscriptionOnWire } from '../http/wire.ts'

const customer = z.object({ id: z.uuid() })

export const subscriptionRoutes = {
  list: scoped.read.get('/customers/{id}/subscriptions', { params: customer }, {
    200: json(itemsOf(Subscription), 'All that the customer has bought, wherever'), ...problems(401, 403, 404),
  }),
  guidance: scoped.read.get('/customers/{id}/subscriptions/{sid}/guidance', { params: customer.extend({ sid: z.uuid() }) }, {
    200: json(Guidance, 'What the partner may do with it, how, and why'), ...problems(401, 403, 404, 409, 422),
  }),
}

export const subscriptionEndpoints = (ports: Ports) => {
  const { store, now } = ports
  return endpoints()
    .openapi(subscriptionRoutes.list, async (c) => {
      const { id } = await findConfirmed(store, c.var.actor, c.req.valid('param').id)
      const items = await store.subscriptions.list(scopeOf(c.var.actor), id)
      return c.json({ items: items.map(subscriptionOnWire) }, 200)
    })
    .openapi(subscriptionRoutes.guidance, async (c) => {
      const { actor } = c.var
      const scope = scopeOf(actor)
      const { id, sid } = c.req.valid('param')
      const row = await findConfirmed(store, actor, id)
      const subscription = visible(await store.subscriptions.find(scope, row.id, sid.toLowerCase()), 'subscription.not_found')
      const policy = policyOf(ports, actor.organization.cloud)
      const ofRecord = subscription.partnerId === null || (await store.organizations.hasPartnerId(subscription.partnerId))
      enforce(checkSubscriptionFacts(subscription, policy, ofRecord))
      const at = now().toISOString()
      const ways = await store.gdap.accessTo(scope, row.id, at)
      const hasAskedForGdap = ways.some(({ relationship: { status } }) => status === 'approvalPending')
      const asker = { ...askerOf(actor, row), hasAskedForGdap }
      return c.json(guidanceFor(subscription, asker, policy, at), 200)
    })
}

const askerOf = ({ organization: { id, kind } }: Actor, row: CustomerRecord): Omit<AskerFacts, 'hasAskedForGdap'> => {
  const billedByMicrosoft = kind !== 'indirect_reseller'
  return {
    organizationId: id,
    providerId: billedByMicrosoft || row.owner?.id === id ? null : (row.owner?.id ?? null),
    hasRelationship: isConfirmedReseller(row),
    rights: { dap: row.allowDelegatedAccess, gdap: row.gdap.active },
    billedByMicrosoft,
  }
}
