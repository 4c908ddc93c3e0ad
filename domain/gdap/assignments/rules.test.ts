import fc from 'fast-check'
import { expect, it } from 'vitest'
import { actor, codeOf, now, tomorrow, yesterday } from '../../testing/facts.ts'
import { accessOf, canAssign, canReadAssignments, canReassign, canUnassign } from './rules.ts'
import { directoryRoles } from '../roles/catalogue.ts'
import { gdapStatuses } from '../states.ts'
import { forCustomer, globalAdmin, reader, support } from '../testing.ts'

const agent = actor('indirect_provider', 'admin_agent')
const standing = forCustomer({ status: 'active' })
const group = (id: string) => ({ id, displayName: id })
const assigned = { group: group('helpdesk'), status: 'active' as const }
const waiting = { ...assigned, status: 'pending' as const }
const way = (changes: Parameters<typeof forCustomer>[0], ...assignments: Parameters<typeof accessOf>[1][number]['assignments']) =>
  ({ ...forCustomer(changes), assignments })

it.each([
  ['BR-92 a role of the relationship', [reader], [], 'allowed'],
  ['BR-92 a role outside it', [reader, globalAdmin], [], 'gdap.role_outside'],
  ['BR-92 no role', [], [], 'gdap.role_outside'],
  ['BR-93 the group has an assignment', [reader], [assigned], 'gdap.group_assigned_already'],
  ['BR-93 it had one once', [reader], [{ ...assigned, status: 'deleted' as const }], 'allowed'],
] as const)('assign: %s', (_name, roles, others, expected) =>
  expect(codeOf(canAssign(agent, standing, { groupId: 'helpdesk', roles, others }, now))).toBe(expected))

it.each(gdapStatuses.map((status) => [status, ['active', 'expiring'].includes(status) ? 'allowed' : 'gdap.not_standing'] as const))(
  'BR-92 assign in %s: %s',
  (status, expected) =>
    expect(codeOf(canAssign(agent, forCustomer({ status }), { groupId: 'g', roles: [reader], others: [] }, now))).toBe(expected),
)

it.each([
  ['BR-92 another partner', actor('direct_partner', 'admin_agent'), 'gdap.not_yours'],
  ['BR-92 a sales agent', actor('indirect_provider', 'sales_agent'), 'gdap.needs_admin_agent'],
] as const)('assign: %s', (_name, who, expected) =>
  expect(codeOf(canAssign(who, standing, { groupId: 'g', roles: [reader], others: [] }, now))).toBe(expected))

it.each([
  ['BR-92 an active one', 'active', [support], 'allowed'],
  ['BR-92 one that waits', 'pending', [support], 'gdap.assignment_not_active'],
  ['BR-92 a role outside', 'active', [globalAdmin], 'gdap.role_outside'],
] as const)('reassign: %s', (_name, status, roles, expected) =>
  expect(codeOf(canReassign(agent, standing, { status }, roles, now))).toBe(expected))

it.each([
  ['5.4 pending', 'pending', 'allowed'], ['5.4 active', 'active', 'allowed'], ['5.4 error', 'error', 'allowed'],
  ['5.4 deleting', 'deleting', 'gdap.assignment_going_already'], ['5.4 deleted', 'deleted', 'gdap.assignment_going_already'],
] as const)('unassign: %s', (_name, status, expected) => expect(codeOf(canUnassign(agent, standing, { status }, now))).toBe(expected))

it.each([
  ['before its end', tomorrow, 'allowed'], ['at its end', now.toISOString(), 'gdap.not_standing'],
  ['after it, before time has moved it on', yesterday, 'gdap.not_standing'],
] as const)('BR-90 assign, reassign, unassign %s: %s %s', (_when, endDateTime, expected) => {
  const ending = forCustomer({ status: 'expiring', endDateTime })
  expect(codeOf(canAssign(agent, ending, { groupId: 'g', roles: [reader], others: [] }, now))).toBe(expected)
  expect(codeOf(canReassign(agent, ending, assigned, [reader], now))).toBe(expected)
  expect(codeOf(canUnassign(agent, ending, assigned, now))).toBe(expected)
})

it.each<[string, Parameters<typeof accessOf>[1], string]>([
  ['no relationship at all', [], 'no_relationship'],
  ['none that stands', [way({ status: 'expired' }, assigned)], 'not_standing'],
  ['its end has come, before time has moved it on',
    [way({ status: 'expiring', endDateTime: now.toISOString() }, assigned)], 'not_standing'],
  ['its end has come, and Global administrator keeps it from its extension',
    [way({ status: 'expiring', endDateTime: yesterday, autoExtendDuration: 'P180D', roles: [globalAdmin] }, assigned)], 'not_standing'],
  ['its end has come, and it extends itself',
    [way({ status: 'active', endDateTime: yesterday, autoExtendDuration: 'P180D' }, assigned)], 'has_access'],
  ['the group is not assigned', [way({ status: 'active' })], 'not_assigned'],
  ['the assignment waits', [way({ status: 'active' }, waiting)], 'assignment_not_active'],
  ['all of it is there', [way({ status: 'expiring', endDateTime: tomorrow }, assigned)], 'has_access'],
  ['one that is over, and one that stands', [way({ status: 'expired' }, assigned), way({ status: 'active' }, assigned)], 'has_access'],
])('BR-92 why a group has access or not: %s', (_name, relationships, expected) =>
  expect(accessOf('helpdesk', relationships, now)).toBe(expected))

it('BR-92 whatever is asked for, no role outside the relationship is assigned', () => {
  const anyRoles = fc.subarray(directoryRoles.map(({ id }) => id))
  expect(() => fc.assert(fc.property(anyRoles, anyRoles, (roles, wanted) => {
    const verdict = canAssign(agent, forCustomer({ status: 'active', roles }), { groupId: 'g', roles: wanted, others: [] }, now)
    return !verdict.allowed || wanted.every((id) => roles.includes(id))
  }))).not.toThrow()
})

it.each([
  [actor('indirect_provider', 'sales_agent'), 'allowed'], [actor('customer', 'global_admin'), 'gdap.not_yours'],
] as const)('BR-92 who reads which groups have access', (reading, expected) =>
  expect(codeOf(canReadAssignments(reading, standing))).toBe(expected))
