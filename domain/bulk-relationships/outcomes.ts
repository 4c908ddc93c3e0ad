import { type GdapStatus, standingStatuses } from '../delegated-admin/states.ts'

/** What became of one request of many. */
export const gdapBulkOutcomes = ['would_create', 'created', 'already_created', 'refused'] as const

export const gdapBulkLimits = { items: 500, key: 128 } as const

/** What somebody should know of a request that was made, or may be (BR-99, BR-101). */
export const gdapBulkAdvice = ['no_reseller_relationship', 'dap_still_stands', 'same_roles_asked', 'same_roles_stand'] as const

type Existing = { tenantId: string | null; roles: readonly string[]; status: GdapStatus }
type Wanted = { tenantId: string; roles: readonly string[] }

/** The customer has not answered yet, or has not been asked. */
const unanswered: readonly GdapStatus[] = ['created', 'approvalPending']
const comingOrStanding: readonly GdapStatus[] = ['approved', 'activating', ...standingStatuses]

const hasSameRoles = (existing: Existing, wanted: Wanted): boolean =>
  existing.tenantId === wanted.tenantId &&
  existing.roles.length === wanted.roles.length &&
  wanted.roles.every((role) => existing.roles.includes(role))

/** Whether a relationship that has the name is what the item asks for: made by the same call before. */
export const isSameRequest = (existing: Existing, wanted: Wanted): boolean =>
  unanswered.includes(existing.status) && hasSameRoles(existing, wanted)

/** Whether the customer is asked for the same roles already, or gave them, under other names. No refusal: it may be a renewal (BR-91). */
export function sameRolesAdvice(others: readonly Existing[], wanted: Wanted): ('same_roles_asked' | 'same_roles_stand')[] {
  const same = others.filter((other) => hasSameRoles(other, wanted))
  return [
    ...(same.some(({ status }) => unanswered.includes(status)) ? (['same_roles_asked'] as const) : []),
    ...(same.some(({ status }) => comingOrStanding.includes(status)) ? (['same_roles_stand'] as const) : []),
  ]
}
