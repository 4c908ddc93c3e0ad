import { passAssignmentTime } from '../../../domain/delegated-admin/assignment-transitions.ts'
import type { GdapRelationship } from '../../../domain/delegated-admin/relationship.ts'
import { passTime } from '../../../domain/delegated-admin/transitions.ts'
import { StaleWrite } from '../../store/errors.ts'
import { gdapConfirmation } from './mail/confirmation.ts'
import { type GdapMailing, gdapNotes } from './mail/mail.ts'
import { gdapRecord } from './record.ts'
import type { Ports } from '../ports.ts'

const batch = 200
/** Steps that one row takes in one go, at most: what was not looked at for long catches up. */
const mostPasses = 100

type Clock = GdapMailing & Pick<Ports, 'now' | 'isTimeTrusted'>

/**
 * Moves on what time alone moves (section 5.3, 5.4), each step once whoever comes first: every step is a compare-and-set write of its own
 * with its audit events, so that any number of processes may do this at once and again. Of one relationship alone when it is named: what a
 * person has begun goes on at once, also on a host where nothing runs beside the API. Answers how many steps were taken.
 */
export async function passGdapTime(clock: Clock, id?: string): Promise<number> {
  if (clock.isTimeTrusted?.() === false) return 0
  let taken = 0
  for (let pass = 1; pass <= mostPasses; pass += 1) {
    const failures: unknown[] = []
    const moved = (await passRelationships(clock, id, failures)) + (await passAssignments(clock, id, failures))
    taken += moved
    // What fails is tried again the next time, and does not keep the rest from going on.
    if (moved === 0 && failures.length > 0) throw failures[0]
    if (moved === 0) break
  }
  return taken
}

async function passRelationships(clock: Clock, id: string | undefined, failures: unknown[]): Promise<number> {
  const { store, now } = clock
  const at = now()
  let moved = 0
  for (const before of await store.delegatedAdmin.due(at.toISOString(), batch, id)) {
    const next = passTime(before, at)
    if (next === before) continue
    const when = at.toISOString()
    const after = { ...before, ...next }
    const note = gdapConfirmation(before, next, when)
    const mails = note ? await gdapNotes(clock, after, note) : []
    const write = { at: when, ...gdapRecord(undefined, [{ action: actionOf(before, next), at: when, before, after }]), mails }
    if (await once(() => store.delegatedAdmin.advance(next, write), failures)) moved += 1
  }
  return moved
}

async function passAssignments({ store, now }: Clock, id: string | undefined, failures: unknown[]): Promise<number> {
  const at = now()
  let moved = 0
  for (const { assignment, relationship } of await store.delegatedAdmin.dueAssignments(at.toISOString(), batch, id)) {
    const next = passAssignmentTime(assignment, at)
    if (next === assignment) continue
    const action = next.status === 'active' ? ('gdap.assignment_active' as const) : ('gdap.assignment_deleted' as const)
    const record = gdapRecord(undefined, [
      { action, at: at.toISOString(), after: relationship, details: { group: assignment.group.displayName }, isPartnersOwn: true },
    ])
    const save = () => store.delegatedAdmin.advanceAssignment(relationship, next, { at: at.toISOString(), ...record })
    if (await once(save, failures)) moved += 1
  }
  return moved
}

/** False when somebody else was first, which is as good. */
async function once(work: () => Promise<void>, failures: unknown[]): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (!(error instanceof StaleWrite)) failures.push(error)
    return false
  }
}

function actionOf(before: GdapRelationship, next: GdapRelationship): `gdap.${string}` {
  if (next.status !== 'active') return `gdap.${next.status}`
  if (before.status === 'activating') return 'gdap.activated'
  return before.endDateTime === next.endDateTime ? 'gdap.not_expiring' : 'gdap.extended'
}
