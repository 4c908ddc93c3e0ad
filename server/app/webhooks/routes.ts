import type { AuditAction } from '../../../domain/audit/actions.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { firstRefusal } from '../../../domain/verdict.ts'
import { testEvent } from '../../../domain/webhooks/event-names.ts'
import { messageOf } from '../../../domain/webhooks/message.ts'
import {
  canAddWebhook, canManageWebhooks, canRedeliver, canSendAny, canSendTo, canTest, testWindowMs,
} from '../../../domain/webhooks/rules.ts'
import type { Webhook, WebhookDelivery } from '../../../domain/webhooks/schemas.ts'
import { lastFourOf, newWebhook, type WebhookRecord } from '../../../domain/webhooks/webhook.ts'
import { scopeOf } from '../../store/scope.ts'
import type { DeliveryRecord } from '../../store/webhooks/row.ts'
import { recordOf } from '../audit/record.ts'
import { endpoints } from '../http/api.ts'
import { command } from '../http/command.ts'
import { ApiProblem, enforce, visible } from '../http/problem-response.ts'
import { etagOf } from '../http/row-version.ts'
import { pageOnWire } from '../http/wire.ts'
import type { Ports } from '../ports.ts'
import { webhookSecretOf } from '../secrets.ts'
import { webhookRoutes as routes } from './descriptions.ts'
import { isPrivateUrl } from './public-address.ts'

export function webhookEndpoints(ports: Ports) {
  const { store: { webhooks }, newId, secret, sendsWebhooks: sending = 'none' } = ports
  const found = async (actor: Actor, id: string) => visible(await webhooks.find(scopeOf(actor), id.toLowerCase()), 'webhook.not_found')

  return endpoints()
    .openapi(routes.list, async (c) => {
      const { actor } = c.var
      enforce(canManageWebhooks(actor))
      const page = await webhooks.list(scopeOf(actor), c.req.valid('query'))
      return c.json({ ...pageOnWire(page, webhookOnWire), sending }, 200)
    })
    .openapi(routes.create, async (c) => {
      const { actor } = c.var
      const draft = c.req.valid('json')
      const secretOf = (webhookId: string) => webhookSecretOf(secret, { organizationId: actor.organization.id, webhookId })
      const { body } = await command(c, ports, {
        find: () => webhooks.count(scopeOf(actor)),
        may: (count) => firstRefusal(() => canManageWebhooks(actor), () => canAddWebhook(count)),
        next: async (_, now) => {
          enforce(canSendTo({ url: draft.url, isPrivate: isPrivateUrl(draft.url), sending }), { pointer: '/url', status: 422 })
          const id = newId()
          return newWebhook(draft, { id, actor, secret: await secretOf(id), now })
        },
        event: (made, at) => happened(actor, made, 'webhook.made', at),
        save: (made, write, count) => webhooks.create(scopeOf(actor), made, count, write),
        onWire: webhookOnWire,
        status: 201,
      })
      const signing = await secretOf(body.id)
      // Another secret of the portal, since then, makes another secret of the webhook.
      if (lastFourOf(signing) !== body.lastFour) throw new ApiProblem({ status: 409, code: 'webhook.not_shown_again' })
      c.header('ETag', body.etag)
      return c.json({ ...body, secret: signing }, 201)
    })
    .openapi(routes.remove, async (c) => {
      const { actor } = c.var
      await command(c, ports, {
        find: () => found(actor, c.req.valid('param').id),
        may: () => canManageWebhooks(actor),
        version: (webhook) => webhook,
        mustBeSeen: true,
        next: (webhook) => webhook,
        event: (webhook, at) => happened(actor, webhook, 'webhook.removed', at),
        save: (webhook, write) => webhooks.remove(scopeOf(actor), webhook, write),
      })
      return c.body(null, 204)
    })
    .openapi(routes.test, async (c) => {
      const { actor } = c.var
      const { body } = await command(c, ports, {
        find: async (now) => {
          const webhook = await found(actor, c.req.valid('param').id)
          const since = new Date(now.getTime() - testWindowMs).toISOString()
          return { webhook, since, tests: await webhooks.testsSince(scopeOf(actor), webhook.id, since) }
        },
        may: ({ tests }) => firstRefusal(() => canManageWebhooks(actor), () => canSendAny(sending), () => canTest(tests)),
        version: ({ webhook }) => webhook,
        next: ({ webhook }, now) => newTest(newId(), webhook, actor, now),
        event: (_, at, { webhook }) => happened(actor, webhook, 'webhook.tested', at),
        save: (test, write, { since, tests }) => webhooks.addTest(scopeOf(actor), test, { since, tests }, write),
        onWire: deliveryOnWire,
        status: 201,
      })
      c.header('ETag', body.etag)
      return c.json(body, 201)
    })
    .openapi(routes.deliveries, async (c) => {
      const { actor } = c.var
      const { id } = await found(actor, c.req.valid('param').id)
      enforce(canManageWebhooks(actor))
      const { state, ...page } = c.req.valid('query')
      return c.json(pageOnWire(await webhooks.deliveries(scopeOf(actor), id, state, page), deliveryOnWire), 200)
    })
    .openapi(routes.redeliver, async (c) => {
      const { actor } = c.var
      const { id, did } = c.req.valid('param')
      const { body } = await command(c, ports, {
        find: async () => {
          const webhook = await found(actor, id)
          return {
            webhook,
            delivery: visible(await webhooks.findDelivery(scopeOf(actor), webhook.id, did.toLowerCase()), 'webhook.not_found'),
          }
        },
        may: ({ delivery }) =>
          firstRefusal(() => canManageWebhooks(actor), () => canSendAny(sending), () => canRedeliver(delivery.state)),
        version: ({ delivery }) => delivery,
        next: ({ delivery }, now) => ({ ...delivery, state: 'waiting' as const, dueAt: now.toISOString(), attempts: 0 }),
        event: ({ event }, at, { webhook }) => happened(actor, webhook, 'webhook.redelivered', at, { event }),
        save: (delivery, write) => webhooks.redeliver(scopeOf(actor), delivery, write),
        onWire: deliveryOnWire,
      })
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
}

const webhookOnWire = ({ version, events, ...webhook }: WebhookRecord): Webhook => ({
  ...webhook, events: [...events], etag: etagOf({ version }),
})

const deliveryOnWire = ({ webhookId: _, version, ...delivery }: DeliveryRecord): WebhookDelivery => ({
  ...delivery, etag: etagOf({ version }),
})

function newTest(id: string, { id: webhookId }: WebhookRecord, { organization }: Actor, now: Date): DeliveryRecord {
  const at = now.toISOString()
  const happening = {
    event: testEvent, at, organizationId: organization.id, action: 'webhook.tested', noun: 'webhooks', nounId: webhookId, customerId: null,
  } as const
  return {
    id, webhookId, event: testEvent, at, state: 'waiting', dueAt: at, attempts: 0, triedAt: null, request: messageOf(happening),
    status: null, fault: null, response: null, version: 1,
  }
}

/** Of an address the log names the host alone: what follows may be a secret of the receiver. */
const happened = (actor: Actor, { id, url }: WebhookRecord, action: AuditAction, at: string, more: { event?: string } = {}) =>
  recordOf(actor, [{
    at, action, noun: 'webhooks', nounId: id, organizationIds: [actor.organization.id], details: { host: new URL(url).host, ...more },
  }])
