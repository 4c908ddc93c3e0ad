import { expect, it } from 'vitest'
import { now } from '../../testing/facts.ts'
import { bucketOf, dueReminder, isSystemCreated, lapsesAt, whyItEnds } from './expiry.ts'
import { forCustomer, globalAdmin, reader } from '../testing.ts'

const day = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(now.getTime() + days * day).toISOString()
const ending = (days: number, changes = {}) => forCustomer({ status: 'active', endDateTime: inDays(days), ...changes })

it.each([
  ['its last hour', 1 / 24, 'within_7'], ['seven days', 7, 'within_7'], ['eight', 8, 'within_30'], ['thirty', 30, 'within_30'],
  ['thirty-one', 31, 'within_90'], ['ninety', 90, 'within_90'], ['ninety-one', 91, 'later'], ['over, not yet noticed', 0, 'expired'],
] as const)('BR-91 on the board: %s', (_name, days, bucket) => expect(bucketOf(ending(days), now, 'UTC')).toBe(bucket))

it.each([
  ['Asia/Seoul', 'within_30'], ['America/Sao_Paulo', 'within_7'],
] as const)('BR-84 on the board by the calendar of %s', (zone, bucket) => {
  expect(bucketOf(ending(0, { endDateTime: '2026-05-27T16:00:00.000Z' }), new Date('2026-05-20T13:00:00.000Z'), zone)).toBe(bucket)
})

it('BR-84 all roles end with their relationship: there is one end', () => {
  const { roles, ...rest } = ending(5)
  expect(roles.every((role) => typeof role === 'string')).toBe(true)
  expect(Object.keys(rest).filter((name) => name.startsWith('end'))).toEqual(['endDateTime'])
})

it.each([
  ['expired', 'expired'], ['created', undefined], ['approvalPending', undefined], ['terminated', undefined],
] as const)('BR-91 on the board while %s', (status, bucket) => expect(bucketOf(ending(5, { status }), now, 'UTC')).toBe(bucket))

it.each([
  ['BR-86 goes on by itself', { autoExtendDuration: 'P180D' }, null],
  ['BR-86 nobody asked for it', {}, 'not_asked_for'],
  ['BR-87 Global administrator', { autoExtendDuration: 'P180D', roles: [reader, globalAdmin] }, 'global_administrator'],
] as const)('%s', (_name, changes, why) => expect(whyItEnds(ending(5, changes))).toBe(why))

it.each([
  ['31 days before', ending(31), [], undefined],
  ['30 days before', ending(30), [], 30],
  ['29 days before, given', ending(29), [30], undefined],
  ['7 days before', ending(7), [30], 7],
  ['a late start gives the latest only', ending(6), [], 7],
  ['1 day before', ending(1), [30, 7], 1],
  ['at the end, of which the step to expired tells', ending(0), [30, 7], undefined],
  ['at the end, once that step is taken', ending(0, { status: 'expired' }), [30, 7, 1], undefined],
  ['after the end, not yet noticed', ending(-0.5), [30, 7], undefined],
  ['20 days in all, just begun', ending(20, { activatedDateTime: inDays(0) }), [], undefined],
  ['20 days in all, 7 days before', ending(7, { activatedDateTime: inDays(-13) }), [], 7],
  ['5 days in all, 3 days before', ending(3, { activatedDateTime: inDays(-2) }), [], undefined],
  ['30 days in all, just begun', ending(30, { activatedDateTime: inDays(0) }), [], 30],
  ['a day in all, just begun', ending(1, { activatedDateTime: inDays(0) }), [], 1],
  ['it goes on by itself', ending(5, { autoExtendDuration: 'P180D' }), [], undefined],
  ['it was ended', ending(5, { status: 'terminated' }), [], undefined],
] as const)('BR-91 reminder: %s', (_name, it_, given, due) => expect(dueReminder(it_, given, now)).toBe(due))

it.each([['MLT_abcdefgh_ijklmnop_qrstuvwx', true], ['Contoso_MLT_1', false]] as const)('BR-76 %s made by Microsoft: %s', (name, yes) =>
  expect(isSystemCreated(name)).toBe(yes))

it('BR-79 a request that waits lapses 90 days after it was finalised, and nothing else does', () => {
  expect(lapsesAt(forCustomer({ status: 'approvalPending', since: now.toISOString() }))).toBe(inDays(90))
  expect(lapsesAt(forCustomer({ status: 'created', since: now.toISOString() }))).toBeNull()
})
