import { type AutoExtendDuration, daysOf, extendsItself } from '../gdap/term/durations.ts'
import type { GdapRelationship } from '../gdap/relationship.ts'
import { type GdapStatus, standingStatuses } from '../gdap/states.ts'
import { isCleanedUp } from '../gdap/transitions.ts'

/** What became of one request of many. */
export const gdapBulkOutcomes = ['would_create', 'created', 'already_created', 'refused'] as const

export const gdapBulkLimits = { items: 500, key: 128 } as const

/** What somebody should know of a request that was made, or may be (BR-99, BR-101). */
export const gdapBulkAdvice = ['no_reseller_relationship', 'dap_still_stands', 'same_roles_asked', 'same_roles_stand'] as const

/** A relationship of the organisation's own, as far as another request is compared with it. */
export type Existing =
  Pick<GdapRelationship, 'roles' | 'status' | 'since' | 'duration' | 'autoExtendDuration'> & { tenantId: string | null }
/** Durations as they are asked for, of whatever spelling. */
type Wanted = { tenantId: string; roles: readonly string[]; duration: string; autoExtendDuration: string }

/** The customer has not answered yet, or has not been asked. */
const unanswered: readonly GdapStatus[] = ['created', 'approvalPending']
const comingOrStanding: readonly GdapStatus[] = ['approved', 'activating', ...standingStatuses]

const hasSameRoles = (existing: Existing, { tenantId, roles }: Wanted, now: Date): boolean =>
  existing.tenantId === tenantId &&
  existing.roles.length === roles.length &&
  roles.every((role) => existing.roles.includes(role)) &&
  !isCleanedUp(existing, now)

/**
 * What a relationship that has the name is to the request (BR-82): `draft`, `sent` or `granted` when it is the very request, made by the
 * same call before; `other_terms` when it asks the customer for the same roles but lasts or extends otherwise; else `another`. Whether a
 * standing one extends itself is open to both sides, and makes no difference.
 */
export function whatHasTheName(existing: Existing, wanted: Wanted, now: Date): 'draft' | 'sent' | 'granted' | 'other_terms' | 'another' {
  const isUnanswered = unanswered.includes(existing.status)
  if (!hasSameRoles(existing, wanted, now) || !(isUnanswered || comingOrStanding.includes(existing.status))) return 'another'
  const extendsAlike = extendsItself(existing.autoExtendDuration) === extendsItself(wanted.autoExtendDuration as AutoExtendDuration)
  if (daysOf(existing.duration) !== daysOf(wanted.duration) || (isUnanswered && !extendsAlike)) return 'other_terms'
  return existing.status === 'created' ? 'draft' : isUnanswered ? 'sent' : 'granted'
}

/** Whether the customer is asked for the same roles already, or gave them, under other names. No refusal: it may be a renewal (BR-91). */
export function sameRolesAdvice(others: readonly Existing[], wanted: Wanted, now: Date): ('same_roles_asked' | 'same_roles_stand')[] {
  const same = others.filter((other) => hasSameRoles(other, wanted, now))
  return [
    ...(same.some(({ status }) => unanswered.includes(status)) ? (['same_roles_asked'] as const) : []),
    ...(same.some(({ status }) => comingOrStanding.includes(status)) ? (['same_roles_stand'] as const) : []),
  ]
}
