import type { AccessAssignment } from '../relationship.ts'

/** How long an assignment may take; one that is pending for longer is stuck, and is deleted and made anew by hand (section 5.4). */
export const hoursToAssign = 24

const moved = (assignment: AccessAssignment, status: AccessAssignment['status'], now: Date): AccessAssignment => ({
  ...assignment, status, since: now.toISOString(), lastModifiedDateTime: now.toISOString(),
})

/** BR-92: other roles of the relationship for the same group, each once; the same assignment when these are its roles already. */
export function reassign(assignment: AccessAssignment, wanted: readonly string[], now: Date): AccessAssignment {
  const roles = [...new Set(wanted)]
  const isSame = roles.length === assignment.roles.length && roles.every((id) => assignment.roles.includes(id))
  return isSame ? assignment : { ...assignment, roles, lastModifiedDateTime: now.toISOString() }
}

export const requestUnassign = (assignment: AccessAssignment, now: Date): AccessAssignment => moved(assignment, 'deleting', now)

/** What time alone makes of an assignment; the same one when nothing is due. Safe to repeat. */
export function passAssignmentTime(assignment: AccessAssignment, now: Date): AccessAssignment {
  if (assignment.status === 'deleting') return moved(assignment, 'deleted', now)
  const isStuck = Date.parse(assignment.since) + hoursToAssign * 60 * 60 * 1000 <= now.getTime()
  return assignment.status === 'pending' && !isStuck ? moved(assignment, 'active', now) : assignment
}
