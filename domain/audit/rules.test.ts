import { expect, it } from 'vitest'
import { changedFields } from './changed.ts'
import { canReadAudit } from './rules.ts'
import type { Actor } from '../session/actor.ts'
import type { Role } from '../session/roles.ts'

it.each([
  ['global_admin', 'allowed'],
  ['admin_agent', 'allowed'],
  ['sales_agent', 'audit.needs_admin'],
  ['helpdesk_agent', 'audit.needs_admin'],
  ['user', 'audit.needs_admin'],
] as const satisfies (readonly [Role, string])[])('BR-108: the log, for a %s → %s', (role, expected) => {
  const verdict = canReadAudit({ user: { roles: [role] } } as unknown as Actor)
  expect(verdict.allowed ? 'allowed' : verdict.code).toBe(expected)
})

it('what changed is told by name, and nothing where nothing did', () => {
  const before = { days: [3, 7], note: true, version: 1 }
  expect(changedFields(before, { ...before, days: [3], version: 2 }, ['days', 'note'])).toEqual({ days: { before: '3, 7', after: '3' } })
  expect(changedFields(before, { ...before, version: 2 }, ['days', 'note'])).toBeUndefined()
})
