import { firstMoment, momentAfter } from '../calendar/first-moment.ts'
import { dayMs } from '../calendar/days.ts'
import type { AccessAssignment, GdapRelationship } from './relationship.ts'
import { passAssignmentTime } from './assignments/transitions.ts'
import { daysExpiring } from './term/durations.ts'
import { dueReminder, reminderOffsets } from './term/expiry.ts'
import { passTime } from './transitions.ts'

/** From when time has a step for it ({@link passTime}), which may be at once; null while nothing moves it by itself. */
export function dueAt(relationship: GdapRelationship): string | null {
  const { since, endDateTime: end } = relationship
  const moments = [since, ...(end === null ? [] : [momentAfter(end, -daysExpiring * dayMs), end])]
  return firstMoment(moments.filter((each) => each >= since), (at) => passTime(relationship, at) !== relationship)
}

/** From when a reminder of its end is due (BR-91) after those that were given for that end; null where none is to come. */
export function remindAt(relationship: GdapRelationship, given: readonly number[]): string | null {
  const { endDateTime: end } = relationship
  const moments = end === null ? [] : reminderOffsets.map((days) => momentAfter(end, -days * dayMs))
  return firstMoment(moments, (at) => dueReminder(relationship, given, at) !== undefined)
}

/** From when time has a step for an assignment whose relationship stands; null for none. */
export const assignmentDueAt = (assignment: AccessAssignment): string | null =>
  firstMoment([assignment.since], (at) => passAssignmentTime(assignment, at) !== assignment)
