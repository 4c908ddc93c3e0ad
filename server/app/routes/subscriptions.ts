import { createRoute, z } from '@hono/zod-openapi'
import { hasAdminRights } from '../../../domain/relationships/admin-rights.ts'
import { guidanceQuestions } from '../../../domain/subscriptions/channels.ts'
import { guidanceFor } from '../../../domain/subscriptions/guidance.ts'
import { Guidance, Subscription } from '../../../domain/subscriptions/schemas.ts'
import { checkSubscriptionFacts } from '../../../domain/subscriptions/subscription.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints, signedIn } from '../api.ts'
import { findConfirmed } from '../customer-relationship.ts'
import { json, problems } from '../documented.ts'
import { policyOf } from '../policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../problem-response.ts'
import { subscriptionOnWire } from '../wire.ts'

const customer = z.object({ id: z.uuid() })

export const subscriptionRoutes = {
  list: createRoute({
    method: 'get',
    path: '/customers/{id}/subscriptions',
    middleware: signedIn,
    request: { params: customer },
    responses: {
      200: json(z.object({ items: z.array(Subscription) }), 'All that the customer has bought, wherever'),
      ...problems(401, 404),
    },
  }),
  guidance: createRoute({
    method: 'get',
    path: '/customers/{id}/subscriptions/{sid}/guidance',
    middleware: signedIn,
    request: { params: customer.extend({ sid: z.uuid() }), query: z.object({ question: z.enum(guidanceQuestions) }).strict() },
    responses: { 200: json(Guidance, 'What applies, what to do, and why'), ...problems(401, 403, 404, 409, 422) },
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
      const line = await findConfirmed(store, actor, id)
      const subscription = visible(await store.subscriptions.find(scope, line.id, sid.toLowerCase()), 'subscription.not_found')
      const policy = policyOf(ports, actor.organization.cloud)
      const ofRecord = subscription.partnerId === null || (await store.organizations.hasPartnerId(subscription.partnerId))
      enforce(checkSubscriptionFacts(subscription, policy, ofRecord))
      const asker = {
        organizationId: actor.organization.id,
        hasRelationship: line.relationshipToPartner === 'reseller',
        hasAdminRights: hasAdminRights(line),
        billedByMicrosoft: actor.organization.kind !== 'indirect_reseller',
      }
      return c.json(guidanceFor(c.req.valid('query').question, subscription, asker, policy, now().toISOString()), 200)
    })
}
