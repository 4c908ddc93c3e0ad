import { stuckAt } from './assignments/transitions.ts'
import type { AccessAssignment, GdapRelationship } from './relationship.ts'

const hour = 60 * 60 * 1000

/** Activation and termination take minutes; after this time something is wrong (section 5.3). */
const hoursToMoveOn = 1

/** Statuses that only the system moves on. */
const moving: readonly GdapRelationship['status'][] = ['approved', 'activating', 'terminationRequested', 'terminating']

/** Assignments with this many roles have taken days. */
export const manyRoles = 16

/** Whether a beginning or an end has not gone on for so long that somebody should look at it. */
export const isTransitionStuck = ({ status, since }: Pick<GdapRelationship, 'status' | 'since'>, now: Date): boolean =>
  moving.includes(status) && Date.parse(since) + hoursToMoveOn * hour <= now.getTime()

/** Section 5.4: pending for so long that it is deleted and made anew by hand. */
export function isAssignmentStuck(assignment: Pick<AccessAssignment, 'status' | 'since'>, now: Date): boolean {
  const at = stuckAt(assignment)
  return at !== null && at <= now.toISOString()
}
