import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../clouds/cloud-policies.ts'
import { actor, codeOf, organization } from '../testing/facts.ts'
import { abilitiesOf, rolesAt } from './abilities.ts'
import {
  canErasePerson, canGiveRolesByHand, canManagePeople, canReadPersonData, canRemovePerson, canSeeMapping, canSeePeople,
} from './rules.ts'

describe('people', () => {
  it.each([
    ['customer', 'global_admin', 'allowed', 'allowed', 'people.roles_of_directory'],
    ['customer', 'gdap_admin', 'people.needs_global_admin', 'people.needs_global_admin', 'people.needs_global_admin'],
    ['customer', 'user', 'people.needs_global_admin', 'people.needs_global_admin', 'people.needs_global_admin'],
    ['indirect_provider', 'global_admin', 'allowed', 'allowed', 'allowed'],
    ['indirect_reseller', 'admin_agent', 'allowed', 'people.needs_global_admin', 'people.needs_global_admin'],
    ['direct_partner', 'sales_agent', 'people.needs_admin_agent', 'people.needs_global_admin', 'people.needs_global_admin'],
    ['direct_partner', 'helpdesk_agent', 'people.needs_admin_agent', 'people.needs_global_admin', 'people.needs_global_admin'],
  ] as const)('%s, %s: seen %s, managed %s, roles by hand %s', (kind, role, seen, managed, byHand) => {
    const by = actor(kind, role)
    expect([codeOf(canSeePeople(by)), codeOf(canManagePeople(by)), codeOf(canGiveRolesByHand(by))]).toEqual([seen, managed, byHand])
  })

  it.each([
    ['the last Global admin', 'global_admin', 0, 'people.last_global_admin'],
    ['one of two', 'global_admin', 1, 'allowed'],
    ['somebody else', 'sales_agent', 0, 'allowed'],
  ] as const)('removing %s', (_what, role, others, expected) => {
    const person = { roles: [{ role, from: ['directory' as const] }] }
    expect(codeOf(canRemovePerson(actor('direct_partner', 'global_admin'), person, others))).toBe(expected)
    expect(codeOf(canRemovePerson(actor('direct_partner', 'admin_agent'), person, others))).toBe('people.needs_global_admin')
  })
})

describe('what is kept about a person', () => {
  it.each([
    ['direct_partner', 'sales_agent', 'a user', 'allowed'],
    ['direct_partner', 'sales_agent', 'another', 'people.needs_global_admin'],
    ['customer', 'global_admin', 'another', 'allowed'],
  ] as const)('a %s’s %s reads of %s: %s', (kind, role, id, expected) =>
    expect(codeOf(canReadPersonData(actor(kind, role), { id }))).toBe(expected))

  it.each([
    ['global_admin', null, 'people.not_removed'],
    ['global_admin', '2026-03-01T00:00:00.000Z', 'allowed'],
    ['admin_agent', '2026-03-01T00:00:00.000Z', 'people.needs_global_admin'],
  ] as const)('%s erases somebody removed at %s: %s', (role, removedAt, expected) =>
    expect(codeOf(canErasePerson(actor('direct_partner', role), { removedAt }))).toBe(expected))
})

describe('who sees the mapping', () => {
  it.each([
    ['customer', 'global_admin', 'people.roles_of_directory'],
    ['direct_partner', 'sales_agent', 'people.needs_admin_agent'],
    ['direct_partner', 'admin_agent', 'allowed'],
  ] as const)('%s, %s: %s', (kind, role, expected) => expect(codeOf(canSeeMapping(actor(kind, role)))).toBe(expected))
})

describe('what a role opens', () => {
  const own = ['change_organization', 'manage_services', 'read_audit']
  it.each([
    ['indirect_provider', 'global', {
      global_admin: ['invite', 'remove_relationship', 'request_partnership', ...own, 'manage_people'],
      admin_agent: ['invite', 'request_gdap', 'remove_relationship', 'import_customers', 'request_partnership', ...own],
      sales_agent: ['invite', 'remove_relationship', 'import_customers'],
      helpdesk_agent: [],
    }],
    ['indirect_reseller', 'global', {
      global_admin: ['forward', 'authorize_provider', ...own, 'manage_people'],
      admin_agent: ['forward', 'request_gdap', ...own],
      sales_agent: ['forward'],
      helpdesk_agent: [],
    }],
    ['customer', 'global', {
      global_admin: ['answer_invitation', 'approve_gdap', 'remove_admin_rights', ...own, 'manage_people'],
      gdap_admin: ['approve_gdap'],
      user: [],
    }],
    ['indirect_provider', 'usgov', {
      global_admin: ['remove_relationship', 'request_partnership', ...own, 'manage_people'],
      admin_agent: ['remove_relationship', 'import_customers', 'request_partnership', ...own],
      sales_agent: ['remove_relationship', 'import_customers'],
      helpdesk_agent: [],
    }],
  ] as const)('%s in %s', (kind, cloud, expected) => {
    const at = organization(kind, { cloud })
    const found = Object.fromEntries(rolesAt(kind).map((role) => [role, abilitiesOf(role, at, cloudPolicies[cloud])]))
    expect(found).toEqual(expected)
  })
})
