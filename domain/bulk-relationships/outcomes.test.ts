import { expect, it } from 'vitest'
import { isSameRequest } from './outcomes.ts'

const wanted = { tenantId: 't', roles: ['a', 'b'] }

it.each([
  ['the same, in another order', { tenantId: 't', roles: ['b', 'a'], status: 'approvalPending' }, true],
  ['a draft of the same', { tenantId: 't', roles: ['a', 'b'], status: 'created' }, true],
  ['another customer', { tenantId: 'u', roles: ['a', 'b'], status: 'created' }, false],
  ['nobody yet', { tenantId: null, roles: ['a', 'b'], status: 'created' }, false],
  ['a role less', { tenantId: 't', roles: ['a'], status: 'created' }, false],
  ['another role', { tenantId: 't', roles: ['a', 'c'], status: 'created' }, false],
  ['one that stands', { tenantId: 't', roles: ['a', 'b'], status: 'active' }, false],
  ['one that has expired', { tenantId: 't', roles: ['a', 'b'], status: 'expired' }, false],
])('BR-82 a name that is taken by %s', (_what, existing, expected) => expect(isSameRequest(existing, wanted)).toBe(expected))
