import { passAssignmentTime } from '../../../domain/gdap/assignments/transitions.ts'
import type { GdapRelationship } from '../../../domain/gdap/relationship.ts'
import { givesAccess, passTime } from '../../../domain/gdap/transitions.ts'
import type { GdapRecord } from '../../store/gdap/row.ts'
import type { DueAssignment, DueGdap } from '../../store/gdap/time.ts'
import { eachDue } from '../each-due.ts'
import { gdapConfirmation } from './mail/confirmation.ts'
import { type GdapMailing, gdapNotes } from './mail/mail.ts'
import { type GdapAction, gdapRecord } from './record.ts'
import type { Ports } from '../ports.ts'

/** A neglected row catches up by at most this many steps at once. */
const mostPasses = 100

type Clock = GdapMailing & Pick<Ports, 'now' | 'isTimeTrusted'>

/**
 * Moves relationships and assignments on by time (section 5.3, 5.4). Every step is a compare-and-set write with its audit entries, so any
 * number of processes may run it at once and again. With `id` it moves one relationship that a person has changed, also on hosts without
 * upkeep. Returns the number of steps.
 */
export async function passGdapTime(clock: Clock, id?: string, batch = 200): Promise<number> {
  if (clock.isTimeTrusted?.() === false) return 0
  let taken = 0
  for (let pass = 1; pass <= mostPasses; pass += 1) {
    const failures: unknown[] = []
    const moved =
      (await eachDue({ batch, ...relationshipsDue(clock, id) }, failures)) +
      (await eachDue({ batch, ...assignmentsDue(clock, id) }, failures))
    taken += moved
    if (moved === 0 && failures.length > 0) throw failures[0]
    if (moved === 0) break
  }
  return taken
}

const relationshipsDue = (clock: Clock, id: string | undefined) => ({
  find: (batch: number, after: DueGdap | undefined) => clock.store.gdap.due(clock.now().toISOString(), batch, id, after),
  work: async (before: GdapRecord) => {
    const at = clock.now()
    const next = passTime(before, at)
    if (next === before) return false
    const when = at.toISOString()
    const after = { ...before, ...next }
    const note = gdapConfirmation(before, next, when)
    const mails = note ? await gdapNotes(clock, after, note) : []
    const record = gdapRecord('worker', [{ action: actionOf(before, next), at: when, before, after }])
    await clock.store.gdap.advance(next, { at: when, ...record, mails })
    return true
  },
})

const assignmentsDue = ({ store, now }: Clock, id: string | undefined) => ({
  find: (batch: number, after: DueAssignment | undefined) => store.gdap.dueAssignments(now().toISOString(), batch, id, after),
  work: async ({ assignment, relationship }: DueAssignment) => {
    const at = now()
    const next = passAssignmentTime(assignment, at)
    if (next === assignment || (next.status === 'active' && !givesAccess(relationship))) return false
    const action = next.status === 'active' ? ('gdap.assignment_active' as const) : ('gdap.assignment_deleted' as const)
    const details = { group: assignment.group.displayName }
    const record = gdapRecord('worker', [{ action, at: at.toISOString(), after: relationship, details, isPartnersOwn: true }])
    await store.gdap.advanceAssignment(relationship, next, { at: at.toISOString(), ...record })
    return true
  },
})

function actionOf(before: GdapRelationship, next: GdapRelationship): GdapAction {
  // Time leads to no status that the log has no words for.
  if (next.status !== 'active') return `gdap.${next.status}` as GdapAction
  if (before.status === 'activating') return 'gdap.activated'
  return before.endDateTime === next.endDateTime ? 'gdap.not_expiring' : 'gdap.extended'
}
