import { hoursToAssign } from './assignments/transitions.ts'
import type { AccessAssignment, GdapRelationship } from './relationship.ts'

const hour = 60 * 60 * 1000

/** Activation and termination take minutes; after this time something is wrong (section 5.3). */
const hoursToMoveOn = 1

/** Statuses that only the system moves on. */
const moving: readonly GdapRelationship['status'][] = ['approved', 'activating', 'terminationRequested', 'terminating']

/** Assignments with this many roles have taken days. */
export const manyRoles = 16

const hasWaited = (since: string, hours: number, now: Date): boolean => Date.parse(since) + hours * hour <= now.getTime()

export const isTransitionStuck = ({ status, since }: Pick<GdapRelationship, 'status' | 'since'>, now: Date): boolean =>
  moving.includes(status) && hasWaited(since, hoursToMoveOn, now)

/** Section 5.4: an assignment that is pending for this long is deleted and made again by hand. */
export const isAssignmentStuck = ({ status, since }: Pick<AccessAssignment, 'status' | 'since'>, now: Date): boolean =>
  status === 'pending' && hasWaited(since, hoursToAssign, now)
