import { sql, type Transaction } from 'kysely'
import { eventOf } from '../../../domain/webhooks/event-names.ts'
import { messageOf } from '../../../domain/webhooks/message.ts'
import type { Database } from '../sql/tables/database.ts'

type Entry = {
  organization_id: string
  id: string
  at: string
  action: string
  noun: string
  noun_id: string
  customer_id: string | null
}

/**
 * Puts entries of the log, in the transaction that writes them, on their way to their organisation's webhooks: each once to each that asks
 * for its event and is not disabled. One statement, and none where no entry is an event.
 */
export async function insertDeliveries(trx: Transaction<Database>, entries: readonly Entry[]): Promise<void> {
  const happened = entries.flatMap(({ organization_id, id, at, action, noun, noun_id: nounId, customer_id: customerId }) => {
    const event = eventOf({ action, noun })
    if (event === undefined) return []
    const request = messageOf({ event, at, organizationId: organization_id, action, noun, nounId, customerId })
    return [{ organization_id, id, at, event, request }]
  })
  if (happened.length === 0) return
  await sql`
    insert into webhook_deliveries (organization_id, webhook_id, id, at, event, request, state, due_at, attempts, version)
    select hook.organization_id, hook.id, happened.id, happened.at, happened.event, happened.request, 'waiting', happened.at, 0, 1
    from jsonb_to_recordset(${JSON.stringify(happened)}::jsonb)
      as happened (organization_id uuid, id uuid, at timestamptz, event text, request text)
    join webhooks as hook on hook.organization_id = happened.organization_id
    where hook.disabled_at is null and hook.events @> to_jsonb(happened.event)`.execute(trx)
}
