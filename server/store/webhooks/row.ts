import type { Selectable } from 'kysely'
import type { WebhookDelivery } from '../../../domain/webhooks/schemas.ts'
import type { WebhookRecord } from '../../../domain/webhooks/webhook.ts'
import type { Database } from '../sql/tables/database.ts'

export type DeliveryRecord = Omit<WebhookDelivery, 'etag'> & { webhookId: string; version: number }

export const webhookOfRow = (row: Selectable<Database['webhooks']>): WebhookRecord => ({
  id: row.id,
  url: row.url,
  events: row.events,
  lastFour: row.last_four,
  createdAt: row.created_at,
  createdBy: row.created_by,
  failingSince: row.failing_since,
  disabledAt: row.disabled_at,
  disabledBecause: row.disabled_because,
  version: row.version,
})

export const rowOfWebhook = (organizationId: string, webhook: WebhookRecord) => ({
  organization_id: organizationId,
  id: webhook.id,
  url: webhook.url,
  events: JSON.stringify(webhook.events),
  last_four: webhook.lastFour,
  created_at: webhook.createdAt,
  created_by: webhook.createdBy,
  failing_since: webhook.failingSince,
  disabled_at: webhook.disabledAt,
  disabled_because: webhook.disabledBecause,
  version: webhook.version,
})

export const deliveryOfRow = (row: Selectable<Database['webhook_deliveries']>): DeliveryRecord => ({
  id: row.id,
  webhookId: row.webhook_id,
  event: row.event,
  at: row.at,
  state: row.state,
  attempts: row.attempts,
  triedAt: row.tried_at,
  dueAt: row.due_at,
  request: row.request,
  status: row.status,
  fault: row.fault,
  response: row.response,
  version: row.version,
})
