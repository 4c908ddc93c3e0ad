import { expect, it } from 'vitest'
import { now } from '../../testing/facts.ts'
import { passAssignmentTime, reassign, requestUnassign } from './transitions.ts'
import type { AccessAssignment } from '../relationship.ts'
import { globalAdmin, reader, support } from '../testing.ts'

const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 60 * 60 * 1000).toISOString()
const assignment = (changes: Partial<AccessAssignment> = {}): AccessAssignment => ({
  id: 'a', relationshipId: 'r', group: { id: 'g', displayName: 'Service desk' }, roles: [reader], status: 'active', since: hoursAgo(1),
  createdDateTime: hoursAgo(1), lastModifiedDateTime: hoursAgo(1), version: 1, ...changes,
})

it.each([
  ['pending', 1, 'active'], ['pending', 23, 'active'], ['pending', 24, 'pending'], ['deleting', 100, 'deleted'], ['active', 100, 'active'],
  ['deleted', 100, 'deleted'], ['error', 1, 'error'],
] as const)('section 5.4: time makes of %s after %s hours: %s', (status, hours, expected) => {
  const before = assignment({ status, since: hoursAgo(hours) })
  const after = passAssignmentTime(before, now)
  expect([after.status, after === before]).toEqual([expected, status === expected])
  expect(passAssignmentTime(after, now)).toBe(after)
})

it('BR-92: other roles are given at once; what goes is on its way first', () => {
  expect(reassign(assignment(), [support], now)).toMatchObject({ roles: [support], status: 'active', since: hoursAgo(1) })
  expect(requestUnassign(assignment(), now)).toMatchObject({ status: 'deleting', since: now.toISOString() })
})

it.each([
  ['the same roles', [reader, support], true], ['the same in another order', [support, reader], true],
  ['one of them', [reader], false], ['one of them twice', [reader, reader], false], ['another', [reader, globalAdmin], false],
  ['one more', [reader, support, globalAdmin], false],
])('section 4.10: with %s it stays as it is or not', (_, roles, stays) => {
  const before = assignment({ roles: [reader, support] })
  const after = reassign(before, roles, now)
  expect([after === before, after.roles]).toEqual([stays, stays ? before.roles : [...new Set(roles)]])
})
