import { expect, it } from 'vitest'
import { type Existing, sameRolesAdvice, whatHasTheName } from './outcomes.ts'

const now = new Date('2026-03-01T00:00:00.000Z')
const wanted = { tenantId: 't', roles: ['a', 'b'], duration: 'P365D', autoExtendDuration: 'PT0S' }
const sent: Existing = { ...wanted, status: 'approvalPending', since: '2026-02-01T00:00:00.000Z', autoExtendDuration: 'PT0S' }

it.each<[string, Partial<Existing>, ReturnType<typeof whatHasTheName>]>([
  ['the same', {}, 'sent'],
  ['the same, in another order and spelling', { roles: ['b', 'a'], duration: 'P1Y', autoExtendDuration: 'P0D' }, 'sent'],
  ['a draft of the same', { status: 'created' }, 'draft'],
  ['the same, approved', { status: 'approved' }, 'granted'],
  ['the same, being activated', { status: 'activating' }, 'granted'],
  ['the same, standing', { status: 'active' }, 'granted'],
  ['the same, soon at its end', { status: 'expiring' }, 'granted'],
  ['the same, standing, since then set to extend itself', { status: 'active', autoExtendDuration: 'P180D' }, 'granted'],
  ['one that lasts longer', { duration: 'P730D' }, 'other_terms'],
  ['one that extends itself', { autoExtendDuration: 'P180D' }, 'other_terms'],
  ['a draft that extends itself', { status: 'created', autoExtendDuration: 'P180D' }, 'other_terms'],
  ['one that stands and was for longer', { status: 'active', duration: 'P730D' }, 'other_terms'],
  ['another customer', { tenantId: 'u' }, 'another'],
  ['nobody yet', { tenantId: null }, 'another'],
  ['a role less', { roles: ['a'] }, 'another'],
  ['another role', { roles: ['a', 'c'] }, 'another'],
  ['one that has expired', { status: 'expired' }, 'another'],
  ['one that is being ended', { status: 'terminating' }, 'another'],
  ['one that has lapsed', { since: '2025-12-01T00:00:00.000Z' }, 'another'],
])('BR-82 a name that is taken by %s', (_what, existing, expected) =>
  expect(whatHasTheName({ ...sent, ...existing }, wanted, now)).toBe(expected))

it.each<[string, Partial<Existing>[], string[]]>([
  ['nothing', [], []],
  ['a draft', [{ status: 'created' }], ['same_roles_asked']],
  ['one that waits, twice', [{ status: 'approvalPending' }, { status: 'created' }], ['same_roles_asked']],
  ['one that waits, of other terms', [{ duration: 'P1D' }], ['same_roles_asked']],
  ['one that has lapsed', [{ since: '2025-12-01T00:00:00.000Z' }], []],
  ['one the customer approved', [{ status: 'approved' }], ['same_roles_stand']],
  ['one that is being activated', [{ status: 'activating' }], ['same_roles_stand']],
  ['one that stands', [{ status: 'active' }], ['same_roles_stand']],
  ['one that ends soon', [{ status: 'expiring' }], ['same_roles_stand']],
  ['one that stands and its renewal', [{ status: 'active' }, { status: 'created' }], ['same_roles_asked', 'same_roles_stand']],
  ['those that ended', [{ status: 'expired' }, { status: 'terminated' }, { status: 'terminating' }], []],
  ['one with a role less', [{ status: 'active', roles: ['a'] }], []],
  ['another customer', [{ status: 'active', tenantId: 'u' }], []],
])('a further request beside %s', (_what, others, expected) =>
  expect(sameRolesAdvice(others.map((other) => ({ ...sent, ...other })), wanted, now)).toEqual(expected))
