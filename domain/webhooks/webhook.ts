import type { Actor } from '../session/actor.ts'
import { type WebhookEvent, webhookEvents } from './event-names.ts'
import type { DeliveryFault, DeliveryState, disabledCauses, WebhookDraft } from './schemas.ts'

export type DisabledCause = (typeof disabledCauses)[number]

export type WebhookRecord = {
  id: string
  url: string
  events: readonly WebhookEvent[]
  lastFour: string
  createdAt: string
  createdBy: string
  failingSince: string | null
  disabledAt: string | null
  disabledBecause: DisabledCause | null
  version: number
}

/** What is shown and kept of a secret: it tells one of another secret of the portal from the one that was shown. */
export const lastFourOf = (secret: string): string => secret.replace(/=+$/, '').slice(-4)

type Making = { id: string; actor: Actor; secret: string; now: Date }

export const newWebhook = ({ url, events }: WebhookDraft, { id, actor, secret, now }: Making): WebhookRecord => ({
  id,
  url,
  events: webhookEvents.filter((event) => events.includes(event)),
  lastFour: lastFourOf(secret),
  createdAt: now.toISOString(),
  createdBy: actor.user.displayName,
  failingSince: null,
  disabledAt: null,
  disabledBecause: null,
  version: 1,
})

const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000]

/** How long a delivery stays in the log, in milliseconds. */
export const deliveriesKept = 30 * day

/** A webhook that nothing has reached for so long gets nothing any more. */
const patience = 5 * day

/**
 * A delivery that was tried before its webhook was disabled is not tried again: only tests and what is sent again by hand still leave, and
 * one that arrives puts the webhook in order.
 */
export const waitsInVain = ({ attempts, disabledAt }: { attempts: number; disabledAt: string | null }): boolean =>
  disabledAt !== null && attempts > 1

/** Pauses between the tries of a delivery, as Standard Webhooks recommends: ten tries within three days. */
const pauses = [
  5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour,
] as const
export const mostTries = pauses.length + 1

/** What a try came to; without a fault it arrived. */
export type TryOutcome = { fault: DeliveryFault | null; status: number | null; response: string | null }

export type AfterTry = { state: DeliveryState; dueAt: string | null; failingSince: string | null; disabledBecause: DisabledCause | null }

/**
 * What a delivery and its webhook become after a try. `attempts` counts it. Pauses differ by up to a fifth (`chance`, 0 to 1), so that what
 * failed together does not come back together. A webhook that a delivery reaches is in order, whatever it was before.
 */
export function afterTry(
  { attempts, failingSince }: { attempts: number; failingSince: string | null }, { fault }: TryOutcome, now: Date, chance: number,
): AfterTry {
  if (fault === null) return { state: 'delivered', dueAt: null, failingSince: null, disabledBecause: null }
  const since = failingSince ?? now.toISOString()
  if (fault === 'disabled') return { state: 'dead', dueAt: null, failingSince: since, disabledBecause: null }
  const isLost = now.getTime() - Date.parse(since) >= patience
  const disabledBecause = fault === 'gone' ? fault : isLost ? 'failing' : null
  const pause = pauses[attempts - 1]
  if (pause === undefined || disabledBecause) return { state: 'dead', dueAt: null, failingSince: since, disabledBecause }
  return { state: 'waiting', dueAt: new Date(now.getTime() + pause * (1 + chance / 5)).toISOString(), failingSince: since, disabledBecause }
}
