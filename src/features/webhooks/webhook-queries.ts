import { infiniteQueryOptions } from '@tanstack/react-query'
import type { DeliveryState, Webhook, WebhookDelivery, WebhookDraft } from '../../../domain/webhooks/schemas.ts'
import { call } from '../../api/call.ts'
import { done } from '../../api/done.ts'
import { reading } from '../../api/reading.ts'

const pageSize = 20

export const webhookQueries = {
  /** All of them: an organisation has no more than fit on a page. */
  all: () => reading(['webhooks', 'list'], '/webhooks'),
  deliveries: (id: string, state: DeliveryState | undefined) =>
    infiniteQueryOptions({
      queryKey: ['webhooks', 'deliveries', id, state],
      queryFn: ({ pageParam: cursor, signal }) =>
        call('GET /webhooks/{id}/deliveries', { path: { id }, query: { state, cursor, limit: pageSize }, signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      meta: { row: id.toLowerCase() },
    }),
}

/** What the form has a field for. */
export const webhookInputs = ['/url', '/events'] as const

export const makeWebhook = (body: WebhookDraft, idempotencyKey: string) => call('POST /webhooks', { body, idempotencyKey })

export const removeWebhook = ({ id, etag }: Pick<Webhook, 'id' | 'etag'>, idempotencyKey: string): Promise<true> =>
  done(call('DELETE /webhooks/{id}', { path: { id }, ifMatch: etag, idempotencyKey }))

export const testWebhook = (id: string, idempotencyKey: string) => call('POST /webhooks/{id}/test', { path: { id }, idempotencyKey })

type Sent = { webhook: string; delivery: Pick<WebhookDelivery, 'id' | 'etag'> }

/** Sends the same message once more. */
export const redeliver = ({ webhook, delivery: { id: did, etag } }: Sent, idempotencyKey: string) =>
  call('POST /webhooks/{id}/deliveries/{did}/redeliver', { path: { id: webhook, did }, ifMatch: etag, idempotencyKey })
