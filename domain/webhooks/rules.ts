import { hasAnyRole, type Actor } from '../session/actor.ts'
import { allowed, refusedHere, type Verdict } from '../verdict.ts'
import type { DeliveryState, Sending } from './schemas.ts'

const mostWebhooks = 10

/** Tests of a webhook within a minute (Microsoft's own number). */
const mostTests = 2
export const testWindowMs = 60_000

/** A webhook tells others what happens in the organisation: those who answer for it make and see them. */
export const canManageWebhooks = (actor: Actor): Verdict =>
  hasAnyRole(actor, ['global_admin', 'admin_agent']) ? allowed : refusedHere('role', 'webhook.needs_admin')

/** `count`: how many the organisation has. */
export const canAddWebhook = (count: number): Verdict =>
  count < mostWebhooks ? allowed : refusedHere('limit', 'webhook.too_many', { params: { limit: mostWebhooks } })

/** What is sent over the open net is not to be read on the way. `isPrivate`: the address itself says that it is no public one. */
export function canSendTo({ url, isPrivate, sending }: { url: string; isPrivate: boolean; sending: Sending }): Verdict {
  if (sending === 'anywhere') return allowed
  if (!url.startsWith('https:')) return refusedHere('limit', 'webhook.https_only')
  return isPrivate ? refusedHere('limit', 'webhook.private_address') : allowed
}

/** A page sends nothing. */
export const canSendAny = (sending: Sending): Verdict => (sending === 'none' ? refusedHere('state', 'webhook.not_sent_here') : allowed)

/** `recent`: how many tests of it the last minute saw. */
export const canTest = (recent: number): Verdict =>
  recent < mostTests ? allowed : refusedHere('limit', 'webhook.tested_lately', { params: { limit: mostTests } })

/** What waits leaves by itself. */
export const canRedeliver = (state: DeliveryState): Verdict =>
  state === 'waiting' ? refusedHere('state', 'webhook.delivery_waits') : allowed
