import { isInactive } from '../relationships/admin-rights.ts'
import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import { partnerKindOf, type Actor } from '../session/actor.ts'
import { allowed, refused, type Verdict } from '../verdict.ts'

/** What ends delegated admin privileges (BR-47, BR-62, BR-73); the words are the screen's. */
export const dapEndings = ['customer_removes', 'relationship_removed', 'microsoft_removes_inactive'] as const

/** BR-44, BR-47, BR-72, BR-99: what their removal leaves as it is. */
export const dapLeaves = ['reseller_relationship', 'subscriptions', 'ordering', 'granular_relationships'] as const

/** The same in one cloud: granular rights stay only where there are any (section L). */
export const dapLeavesIn = ({ granularAdmin }: Pick<CloudPolicy, 'granularAdmin'>): (typeof dapLeaves)[number][] =>
  dapLeaves.filter((each) => each !== 'granular_relationships' || granularAdmin === 'available')

/** BR-70, BR-71: what their removal takes from the partner, unless granular rights give it. */
export const dapLosses = ['company_details', 'users_and_licenses', 'support_tickets', 'admin_centers'] as const

/** `recent`: granted so lately that it cannot have lain unused for 90 days. */
export const dapActivities = ['used', 'recent', 'inactive', 'not_known_yet'] as const

/**
 * BR-73: whether they have lain unused for more than 90 days, as far as is known. Nobody can have left unused for so long what was granted
 * since; of what is older, or of an age that is not known, nothing is known until a sign-in is. Times ISO UTC.
 */
export function dapActivity(
  { since, lastUsedAt }: { since: string | null; lastUsedAt: string | null }, now: string,
): (typeof dapActivities)[number] {
  if (lastUsedAt !== null) return isInactive(lastUsedAt, now) ? 'inactive' : 'used'
  return since === null || isInactive(since, now) ? 'not_known_yet' : 'recent'
}

/** The name of the request that is to follow a customer's DAP: the same for the same customer, so that none is made twice (BR-82). */
export const nameOfMove = (prefix: string, tenantId: string): string => `${prefix}-${tenantId}`

/** BR-77: where a partner still holds them is its own business; a customer finds its partners under My partners. */
export const canSeeDap = (actor: Actor): Verdict =>
  partnerKindOf(actor) === undefined ? refused('role', 'gdap.customer_cannot_request', 'BR-77') : allowed

/** BR-99: granular rights take the place of privileges that stand, in the partner's own list. */
export const canMoveFromDap = (hasDap: boolean): Verdict => (hasDap ? allowed : refused('state', 'gdap.no_dap', 'BR-99'))
