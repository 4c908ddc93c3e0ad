import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { PageQuery, pageOf } from '../../../domain/page.ts'
import { testEvent, webhookEvents } from '../../../domain/webhooks/event-names.ts'
import {
  deliveryStates, MadeWebhook, sendings, Webhook, WebhookDelivery, WebhookDraft, WebhookMessage,
} from '../../../domain/webhooks/schemas.ts'
import { byId, headers, keyHeader, refusals, signedIn, signedInLately } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'

const Delivery = WebhookDelivery.meta({ id: 'WebhookDelivery' })
const delivery = { params: z.object({ id: z.uuid(), did: z.uuid() }) }

export const webhookRoutes = {
  list: signedIn.get('/webhooks', { query: PageQuery.strict() }, {
    200: json(
      pageOf(Webhook.meta({ id: 'Webhook' })).extend({ sending: z.enum(sendings) }),
      'The organisation’s webhooks, the newest first, and to whom this portal sends any',
    ),
    ...problems(400, 401, 403, 422),
  }),
  create: signedInLately.post('/webhooks', { ...jsonBodyOf(WebhookDraft), headers: keyHeader }, {
    201: json(MadeWebhook, 'Made; `secret` is here alone, and in the answer to the same call repeated under its Idempotency-Key'),
    ...problems(400, 401, 403, 409, 415, 422),
  }),
  remove: signedInLately.delete('/webhooks/{id}', { ...byId, headers }, {
    204: { description: 'Removed: nothing is sent to it any more' }, ...refusals, ...problems(428),
  }),
  test: signedIn.post('/webhooks/{id}/test', { ...byId, headers }, {
    201: json(Delivery, 'A message `test-created` is on its way, also to a webhook that is disabled'), ...refusals,
  }),
  deliveries: signedIn.get('/webhooks/{id}/deliveries', {
    ...byId, query: PageQuery.extend({ state: z.enum(deliveryStates).optional() }).strict(),
  }, {
    200: json(pageOf(Delivery), 'What was and is on its way to it within 30 days, the newest first'), ...problems(400, 401, 403, 404, 422),
  }),
  redeliver: signedIn.post('/webhooks/{id}/deliveries/{did}/redeliver', { ...delivery, headers }, {
    200: json(Delivery, 'The same message, with its id, is on its way again'), ...refusals,
  }),
}

const messageHeaders = z.object({
  'webhook-id': z.string().describe('The same for each try of a message'),
  'webhook-timestamp': z.string().describe('Seconds since 1970, of this try'),
  'webhook-signature': z.string().describe('As Standard Webhooks says: v1, and an HMAC with the secret of the webhook'),
})

/** Describes what the portal sends, an event each. */
export function describeMessages({ openAPIRegistry }: Pick<OpenAPIHono, 'openAPIRegistry'>): void {
  const message = jsonBodyOf(WebhookMessage.meta({ id: 'WebhookMessage' }))
  const responses = {
    '2XX': { description: 'It has arrived' }, 410: { description: 'No further ones are wanted: the webhook is disabled' },
  }
  for (const event of [...webhookEvents, testEvent])
    openAPIRegistry.registerWebhook({ method: 'post', path: event, request: { ...message, headers: messageHeaders }, responses })
}
