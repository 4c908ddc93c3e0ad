import type { testEvent, WebhookEvent } from './event-names.ts'

type Happened = {
  event: WebhookEvent | typeof testEvent
  at: string
  organizationId: string
  action: string
  noun: string
  nounId: string
  customerId: string | null
}

/**
 * The body of a message, in the form that Standard Webhooks recommends: what happened to which row, by ids alone. Names, addresses and
 * texts the receiver reads through the API, as far as it may.
 */
export const messageOf = ({ event, at, nounId, ...data }: Happened): string =>
  JSON.stringify({ type: event, timestamp: at, data: { ...data, id: nounId } })
