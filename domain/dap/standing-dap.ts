import { isInactive } from '../relationships/admin-rights.ts'
import type { CloudPolicy } from '../clouds/cloud-policies.ts'
import { partnerKindOf, type Actor } from '../session/actor.ts'
import { allowed, refused, type Verdict } from '../verdict.ts'

/** What ends DAP (BR-47, BR-62, BR-73); the screen has the words. */
export const dapEndings = ['customer_removes', 'relationship_removed', 'microsoft_removes_inactive'] as const

/** BR-44, BR-47, BR-72, BR-99: what the removal of DAP keeps. */
export const dapLeaves = ['reseller_relationship', 'subscriptions', 'ordering', 'granular_relationships'] as const

/** GDAP is kept only in clouds that have it (section L). */
export const dapLeavesIn = ({ granularAdmin }: Pick<CloudPolicy, 'granularAdmin'>): (typeof dapLeaves)[number][] =>
  dapLeaves.filter((each) => each !== 'granular_relationships' || granularAdmin === 'available')

/** BR-70, BR-71: what the partner loses with DAP, unless GDAP gives it. */
export const dapLosses = ['company_details', 'users_and_licenses', 'support_tickets', 'admin_centers'] as const

/** `recent`: granted less than 90 days ago, so it cannot be inactive yet. */
export const dapActivities = ['used', 'recent', 'inactive', 'not_known_yet'] as const

/**
 * BR-73: tells whether DAP has been unused for more than 90 days; a grant that is older, or of unknown age, stays unknown until somebody
 * signs in with it. Times ISO UTC.
 */
export function dapActivity(
  { since, lastUsedAt }: { since: string | null; lastUsedAt: string | null }, now: string,
): (typeof dapActivities)[number] {
  if (lastUsedAt !== null) return isInactive(lastUsedAt, now) ? 'inactive' : 'used'
  return since === null || isInactive(since, now) ? 'not_known_yet' : 'recent'
}

/** Names the GDAP request that replaces a customer's DAP: always the same, so that none is made twice (BR-82). */
export const nameOfMove = (prefix: string, tenantId: string): string => `${prefix}-${tenantId}`

/** BR-77: only the partner sees its list of DAP; a customer finds its partners under My partners. */
export const canSeeDap = (actor: Actor): Verdict =>
  partnerKindOf(actor) === undefined ? refused('role', 'gdap.customer_cannot_request', 'BR-77') : allowed

/** BR-99: GDAP replaces only DAP that the partner's own list shows. */
export const canMoveFromDap = (hasDap: boolean): Verdict => (hasDap ? allowed : refused('state', 'gdap.no_dap', 'BR-99'))
