import { type AutoExtendDuration, daysOf, extendsItself } from '../gdap/term/durations.ts'
import type { GdapRelationship } from '../gdap/relationship.ts'
import { type GdapStatus, standingStatuses } from '../gdap/states.ts'
import { isCleanedUp } from '../gdap/transitions.ts'

export const gdapBulkOutcomes = ['would_create', 'created', 'already_created', 'refused'] as const

export const gdapBulkLimits = { items: 500, key: 128 } as const

/** Advice on a request that was made or can be made (BR-99, BR-101). */
export const gdapBulkAdvice = ['no_reseller_relationship', 'dap_still_stands', 'same_roles_asked', 'same_roles_stand'] as const

/** A relationship of the organisation, reduced to what a new request is compared with. */
export type Existing =
  Pick<GdapRelationship, 'roles' | 'status' | 'since' | 'duration' | 'autoExtendDuration'> & { tenantId: string | null }
/** Compares durations by length, not by spelling. */
type Wanted = { tenantId: string; roles: readonly string[]; duration: string; autoExtendDuration: string }

const unanswered: readonly GdapStatus[] = ['created', 'approvalPending']
const comingOrStanding: readonly GdapStatus[] = ['approved', 'activating', ...standingStatuses]

const hasSameRoles = (existing: Existing, { tenantId, roles }: Wanted, now: Date): boolean =>
  existing.tenantId === tenantId &&
  existing.roles.length === roles.length &&
  roles.every((role) => existing.roles.includes(role)) &&
  !isCleanedUp(existing, now)

/**
 * Compares the relationship that has the requested name with the request (BR-82): `draft`, `sent` or `granted` when the same call made it
 * before; `other_terms` when it asks the customer for the same roles with another duration or auto-extend; else `another`. Auto-extend of
 * an active relationship does not count, since both sides may change it.
 */
export function whatHasTheName(existing: Existing, wanted: Wanted, now: Date): 'draft' | 'sent' | 'granted' | 'other_terms' | 'another' {
  const isUnanswered = unanswered.includes(existing.status)
  if (!hasSameRoles(existing, wanted, now) || !(isUnanswered || comingOrStanding.includes(existing.status))) return 'another'
  const extendsAlike = extendsItself(existing.autoExtendDuration) === extendsItself(wanted.autoExtendDuration as AutoExtendDuration)
  if (daysOf(existing.duration) !== daysOf(wanted.duration) || (isUnanswered && !extendsAlike)) return 'other_terms'
  return existing.status === 'created' ? 'draft' : isUnanswered ? 'sent' : 'granted'
}

/**
 * Tells whether the customer was asked for or gave the same roles under another name. It is advice, not a refusal: it may be a renewal
 * (BR-91).
 */
export function sameRolesAdvice(others: readonly Existing[], wanted: Wanted, now: Date): ('same_roles_asked' | 'same_roles_stand')[] {
  const same = others.filter((other) => hasSameRoles(other, wanted, now))
  return [
    ...(same.some(({ status }) => unanswered.includes(status)) ? (['same_roles_asked'] as const) : []),
    ...(same.some(({ status }) => comingOrStanding.includes(status)) ? (['same_roles_stand'] as const) : []),
  ]
}
