import { expect, it } from 'vitest'
import type { AccessAssignment } from './relationship.ts'
import type { GdapStatus } from './states.ts'
import { isAssignmentStuck, isTransitionStuck } from './stuck.ts'

const since = '2026-03-01T09:00:00.000Z'

it.each<[GdapStatus, string, boolean]>([
  ['approved', '2026-03-01T09:59:59.000Z', false],
  ['approved', '2026-03-01T10:00:00.000Z', true],
  ['activating', '2026-03-03T09:00:00.000Z', true],
  ['terminationRequested', '2026-03-01T09:59:59.000Z', false],
  ['terminating', '2026-03-01T10:00:00.000Z', true],
  ['approvalPending', '2026-03-20T09:00:00.000Z', false],
  ['active', '2026-03-20T09:00:00.000Z', false],
])('%s at %s: stuck %s', (status, now, expected) => {
  expect(isTransitionStuck({ status, since }, new Date(now))).toBe(expected)
})

it.each<[AccessAssignment['status'], string, boolean]>([
  ['pending', '2026-03-02T08:59:59.000Z', false],
  ['pending', '2026-03-02T09:00:00.000Z', true],
  ['error', '2026-03-09T09:00:00.000Z', false],
  ['active', '2026-03-09T09:00:00.000Z', false],
])('an assignment that is %s at %s: stuck %s', (status, now, expected) => {
  expect(isAssignmentStuck({ status, since }, new Date(now))).toBe(expected)
})
