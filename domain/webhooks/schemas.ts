import { z } from 'zod'
import { testEvent, webhookEvents } from './event-names.ts'

/** Every host has the URL standard; this folder sees no host's types. */
declare const URL: new (text: string) => Record<'protocol' | 'username' | 'password' | 'hash' | 'href', string>

export const longestUrl = 1_000

/** The one form of an address that a webhook may have: of http or https, without a name, a password or a part behind `#`. */
function readUrl(text: string): string | undefined {
  if (text.length > longestUrl) return undefined
  try {
    const { protocol, username, password, hash, href } = new URL(text)
    return /^https?:$/.test(protocol) && username === '' && password === '' && hash === '' ? href : undefined
  } catch {
    return undefined
  }
}

const WebhookUrl = z.string().overwrite((text) => readUrl(text) ?? text).max(longestUrl)
  .pipe(z.stringFormat('webhook_url', (text: string) => readUrl(text) !== undefined))

export const WebhookDraft = z
  .object({ url: WebhookUrl, events: z.array(z.enum(webhookEvents)).min(1).max(webhookEvents.length) })
  .strict()
export type WebhookDraft = z.infer<typeof WebhookDraft>

/** Why a webhook gets nothing any more: nothing of five days arrived, or its receiver said that it is gone. */
export const disabledCauses = ['failing', 'gone'] as const

/** A webhook as the list shows it; what its messages are signed with is shown once, when it is made. */
export const Webhook = z.object({
  id: z.uuid(),
  url: z.string(),
  events: z.array(z.enum(webhookEvents)),
  lastFour: z.string(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  /** Since when nothing has arrived; null while all does. */
  failingSince: z.iso.datetime().nullable(),
  disabledAt: z.iso.datetime().nullable(),
  disabledBecause: z.enum(disabledCauses).nullable(),
  etag: z.string(),
})
export type Webhook = z.infer<typeof Webhook>

export const MadeWebhook = Webhook.extend({ secret: z.string() })
export type MadeWebhook = z.infer<typeof MadeWebhook>

/** To whom a host sends: to nobody (a page), to public addresses alone, or to any. */
export const sendings = ['none', 'public', 'anywhere'] as const
export type Sending = (typeof sendings)[number]

export const deliveryStates = ['waiting', 'delivered', 'dead'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/**
 * What became of the last try: `answered` tells of a status that is no success, `gone` of 410, `not_allowed` of an address that no webhook
 * may have, `secret_lost` of another secret of the portal, `disabled` of a webhook that gets nothing any more.
 */
const deliveryFaults = [
  'answered', 'broke_off', 'disabled', 'gone', 'no_answer', 'not_allowed', 'not_secure', 'redirected', 'secret_lost', 'unreachable',
] as const
export type DeliveryFault = (typeof deliveryFaults)[number]

export const WebhookDelivery = z.object({
  /** The `webhook-id` of the message: of an event the id of the log's entry. */
  id: z.uuid(),
  event: z.enum([...webhookEvents, testEvent]),
  at: z.iso.datetime(),
  state: z.enum(deliveryStates),
  /** Tries since it was made or sent again by hand. */
  attempts: z.number().int(),
  triedAt: z.iso.datetime().nullable(),
  /** When it is tried next; null unless it waits. */
  dueAt: z.iso.datetime().nullable(),
  /** The body of the message, byte for byte. */
  request: z.string(),
  status: z.number().int().nullable(),
  fault: z.enum(deliveryFaults).nullable(),
  /** The beginning of the receiver’s answer. */
  response: z.string().nullable(),
  etag: z.string(),
})
export type WebhookDelivery = z.infer<typeof WebhookDelivery>

/** The body of a message, of the form that Standard Webhooks recommends: what happened to which row, by ids alone. */
export const WebhookMessage = z.object({
  type: z.enum([...webhookEvents, testEvent]),
  timestamp: z.iso.datetime(),
  data: z.object({
    id: z.string(), organizationId: z.uuid(), action: z.string(), noun: z.string(), customerId: z.uuid().nullable(),
  }),
})
export type WebhookMessage = z.infer<typeof WebhookMessage>
