import { momentAfter } from '../../calendar/first-moment.ts'
import type { AccessAssignment } from '../relationship.ts'

/** How long an assignment may take; one that is pending for longer is stuck, and is deleted and made anew by hand (section 5.4). */
const hoursToAssign = 24

/** Section 5.4: from when a pending one is stuck, which nothing but people move on; null in every other status. */
export const stuckAt = ({ status, since }: Pick<AccessAssignment, 'status' | 'since'>): string | null =>
  status === 'pending' ? momentAfter(since, hoursToAssign * 60 * 60 * 1000) : null

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

/** BR-88, BR-92: without a role that its relationship has lost; one of nothing else is on its way out. */
export function withoutRole(assignment: AccessAssignment, role: string, now: Date): AccessAssignment {
  const roles = assignment.roles.filter((each) => each !== role)
  return roles.length === 0 ? requestUnassign(assignment, now) : reassign(assignment, roles, now)
}

/** What time alone makes of an assignment; the same one when nothing is due. Safe to repeat. */
export function passAssignmentTime(assignment: AccessAssignment, now: Date): AccessAssignment {
  if (assignment.status === 'deleting') return moved(assignment, 'deleted', now)
  const stuck = stuckAt(assignment)
  return stuck !== null && stuck > now.toISOString() ? moved(assignment, 'active', now) : assignment
}
