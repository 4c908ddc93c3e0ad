import fc from 'fast-check'
import { expect, it } from 'vitest'
import { now } from '../testing/facts.ts'
import { dueAt, remindAt } from './due.ts'
import type { GdapRelationship } from './relationship.ts'
import { gdapStatuses } from './states.ts'
import { cleanedUpAt, dueReminder, onBoardAt } from './term/expiry.ts'
import { forCustomer, globalAdmin, reader } from './testing.ts'
import { isCleanedUp, passTime } from './transitions.ts'

const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString()
const since = now.toISOString()
const of = (changes: Partial<GdapRelationship>) => forCustomer({ since, ...changes })
const standing = (days: number, changes: Partial<GdapRelationship> = {}) => of({ status: 'active', endDateTime: inDays(days), ...changes })

it.each<[string, GdapRelationship, string | null]>([
  ['5.3 a draft', of({ status: 'created' }), null],
  ['BR-79 what waits for the customer', of({ status: 'approvalPending' }), null],
  ['5.3 what is approved, at once', of({ status: 'approved' }), since],
  ['5.3 what is being activated, at once', of({ status: 'activating' }), since],
  ['5.3 what stands, thirty days before its end', standing(100), inDays(70)],
  ['5.3 what ends within thirty days, at once', standing(20), since],
  ['BR-86 what extends itself, at its end', standing(100, { autoExtendDuration: 'P180D' }), inDays(100)],
  ['BR-90 what is expiring, at its end', standing(20, { status: 'expiring' }), inDays(20)],
  ['BR-89 what is called expiring and is not, at once', standing(40, { status: 'expiring' }), since],
  ['BR-89 what is called expiring and extends itself, at once', standing(20, { status: 'expiring', autoExtendDuration: 'P180D' }), since],
  ['5.3 what stands without an end', standing(0, { endDateTime: null }), null],
  ['BR-94 what somebody ends, at once', standing(100, { status: 'terminationRequested' }), since],
  ['BR-94 what is being ended, at once', standing(100, { status: 'terminating' }), since],
  ['BR-90 what has expired', standing(0, { status: 'expired' }), null],
  ['BR-95 what was ended', standing(50, { status: 'terminated' }), null],
])('time moves %s', (_name, relationship, expected) => expect(dueAt(relationship)).toBe(expected))

it.each<[string, GdapRelationship, number[], string | null]>([
  ['thirty days before an end', standing(100), [], inDays(70)],
  ['seven days before it next', standing(100), [30], inDays(93)],
  ['a day before it last', standing(100), [30, 7], inDays(99)],
  ['and no more', standing(100), [30, 7, 1], null],
  ['none whose time lies before the rights', standing(20, { activatedDateTime: since }), [], inDays(13)],
  ['none of what goes on by itself', standing(100, { autoExtendDuration: 'P180D' }), [], null],
  ['BR-87 but of what cannot', standing(100, { autoExtendDuration: 'P180D', roles: [reader, globalAdmin] }), [], inDays(70)],
  ['none of what is over', standing(100, { status: 'terminated' }), [], null],
])('BR-91 reminds %s', (_name, relationship, given, expected) => expect(remindAt(relationship, given)).toBe(expected))

it.each<[string, GdapRelationship, string | null, string | null]>([
  ['a draft', of({ status: 'created' }), null, null],
  ['BR-79 a request', of({ status: 'approvalPending' }), inDays(90), null],
  ['BR-84 what stands', standing(40), null, inDays(40)],
  ['BR-95 what has expired', standing(-3, { status: 'expired' }), inDays(365), since],
  ['BR-95 what was ended', standing(40, { status: 'terminated' }), inDays(365), null],
])('%s is cleaned up, and stands on the board', (_name, relationship, gone, board) =>
  expect([cleanedUpAt(relationship), onBoardAt(relationship)]).toEqual([gone, board]))

it('at every moment the rules say that something is due exactly from the moments on that they are asked for', () => {
  const world = fc.record({
    status: fc.constantFrom(...gdapStatuses), end: fc.option(fc.integer({ min: -5, max: 60 })),
    extends: fc.boolean(), blocked: fc.boolean(), begun: fc.option(fc.integer({ min: -60, max: 0 })),
    given: fc.subarray([30, 7, 1]), at: fc.integer({ min: 0, max: 70 }),
  })
  expect(() => fc.assert(fc.property(world, ({ status, end, extends: goesOn, blocked, begun, given, at }) => {
    const relationship = of({
      status, endDateTime: end === null ? null : inDays(end), activatedDateTime: begun === null ? null : inDays(begun),
      autoExtendDuration: goesOn ? 'P180D' : 'PT0S', roles: blocked ? [globalAdmin] : [reader],
    })
    const time = new Date(inDays(at))
    const isOver = end !== null && end <= at
    const [due, reminder, gone] = [dueAt(relationship), remindAt(relationship, given), cleanedUpAt(relationship)]
    const come = (moment: string | null) => moment !== null && moment <= inDays(at)
    const nameIsLate = due === since && status === 'expiring'
    const isRemindedOf = dueReminder(relationship, given, time) !== undefined
    return (
      (passTime(relationship, time) !== relationship ? come(due) : nameIsLate || !come(due)) &&
      isRemindedOf === (come(reminder) && !isOver) && isCleanedUp(relationship, time) === come(gone)
    )
  }), { numRuns: 2_000 })).not.toThrow()
})
