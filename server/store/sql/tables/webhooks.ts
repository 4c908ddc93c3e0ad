import type { ColumnType } from 'kysely'
import type { testEvent, WebhookEvent } from '../../../../domain/webhooks/event-names.ts'
import type { DeliveryFault, DeliveryState } from '../../../../domain/webhooks/schemas.ts'
import type { DisabledCause } from '../../../../domain/webhooks/webhook.ts'

export type WebhookTables = {
  webhooks: {
    organization_id: string
    id: string
    url: string
    events: ColumnType<WebhookEvent[], string, string>
    /** Of the secret, which is derived and nowhere kept. */
    last_four: string
    created_at: string
    created_by: string
    failing_since: string | null
    disabled_at: string | null
    disabled_because: DisabledCause | null
    version: number
  }
  /** A message to one webhook; `id` is that of the audit entry, or a test's own. `due_at`: when it is due, or a try's lease ends. */
  webhook_deliveries: {
    organization_id: string
    webhook_id: string
    id: string
    at: string
    event: WebhookEvent | typeof testEvent
    request: string
    state: DeliveryState
    due_at: string | null
    attempts: number
    tried_at: string | null
    fault: DeliveryFault | null
    status: number | null
    response: string | null
    version: number
  }
}
