import { expect, it } from 'vitest'
import type { GdapStatus } from '../delegated-admin/states.ts'
import { isSameRequest, sameRolesAdvice } from './outcomes.ts'

const wanted = { tenantId: 't', roles: ['a', 'b'] }

it.each<[string, { tenantId: string | null; roles: string[]; status: GdapStatus }, boolean]>([
  ['the same, in another order', { tenantId: 't', roles: ['b', 'a'], status: 'approvalPending' }, true],
  ['a draft of the same', { tenantId: 't', roles: ['a', 'b'], status: 'created' }, true],
  ['another customer', { tenantId: 'u', roles: ['a', 'b'], status: 'created' }, false],
  ['nobody yet', { tenantId: null, roles: ['a', 'b'], status: 'created' }, false],
  ['a role less', { tenantId: 't', roles: ['a'], status: 'created' }, false],
  ['another role', { tenantId: 't', roles: ['a', 'c'], status: 'created' }, false],
  ['one that stands', { tenantId: 't', roles: ['a', 'b'], status: 'active' }, false],
  ['one that has expired', { tenantId: 't', roles: ['a', 'b'], status: 'expired' }, false],
])('BR-82 a name that is taken by %s', (_what, existing, expected) => expect(isSameRequest(existing, wanted)).toBe(expected))

it.each<[string, { tenantId?: string | null; roles?: string[]; status: GdapStatus }[], string[]]>([
  ['nothing', [], []],
  ['a draft', [{ status: 'created' }], ['same_roles_asked']],
  ['one that waits, twice', [{ status: 'approvalPending' }, { status: 'created' }], ['same_roles_asked']],
  ['one the customer approved', [{ status: 'approved' }], ['same_roles_stand']],
  ['one that is being activated', [{ status: 'activating' }], ['same_roles_stand']],
  ['one that stands', [{ status: 'active' }], ['same_roles_stand']],
  ['one that ends soon', [{ status: 'expiring' }], ['same_roles_stand']],
  ['one that stands and its renewal', [{ status: 'active' }, { status: 'created' }], ['same_roles_asked', 'same_roles_stand']],
  ['those that ended', [{ status: 'expired' }, { status: 'terminated' }, { status: 'terminating' }], []],
  ['one with a role less', [{ status: 'active', roles: ['a'] }], []],
  ['another customer', [{ status: 'active', tenantId: 'u' }], []],
])('a further request beside %s', (_what, others, expected) =>
  expect(sameRolesAdvice(others.map((other) => ({ ...wanted, ...other })), wanted)).toEqual(expected))
