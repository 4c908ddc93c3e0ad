import type { AccessAssignment } from '../relationship.ts'

/** An assignment that is pending for longer is stuck, and is deleted and made again by hand (section 5.4). */
export const hoursToAssign = 24

const moved = (assignment: AccessAssignment, status: AccessAssignment['status'], now: Date): AccessAssignment => ({
  ...assignment, status, since: now.toISOString(), lastModifiedDateTime: now.toISOString(),
})

/** BR-92: assigns the group other roles, without duplicates; returns the same assignment when nothing changes. */
export function reassign(assignment: AccessAssignment, wanted: readonly string[], now: Date): AccessAssignment {
  const roles = [...new Set(wanted)]
  const isSame = roles.length === assignment.roles.length && roles.every((id) => assignment.roles.includes(id))
  return isSame ? assignment : { ...assignment, roles, lastModifiedDateTime: now.toISOString() }
}

export const requestUnassign = (assignment: AccessAssignment, now: Date): AccessAssignment => moved(assignment, 'deleting', now)

/** Moves an assignment on by time alone; returns the same one when nothing is due. Safe to repeat. */
export function passAssignmentTime(assignment: AccessAssignment, now: Date): AccessAssignment {
  if (assignment.status === 'deleting') return moved(assignment, 'deleted', now)
  const isStuck = Date.parse(assignment.since) + hoursToAssign * 60 * 60 * 1000 <= now.getTime()
  return assignment.status === 'pending' && !isStuck ? moved(assignment, 'active', now) : assignment
}
