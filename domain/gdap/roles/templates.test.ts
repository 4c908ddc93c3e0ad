import { describe, expect, it } from 'vitest'
import { partnerKinds } from '../../organizations/kinds.ts'
import { directoryRoles, globalAdministrator, isDirectoryRole, roleNamed } from './catalogue.ts'
import { defaultRoles, driftOf, leastRoleByTask, recommendedRoles, roleTemplates, templateIds } from './templates.ts'

describe('the catalogue of built-in roles', () => {
  it('BR-83 has every id once, as a GUID', () => {
    const ids = directoryRoles.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
  })
  it('BR-83 knows no custom role', () => expect(isDirectoryRole('00000000-0000-4000-8000-000000000000')).toBe(false))
  it('does not know a name that it has not', () => expect(() => roleNamed('Everything Administrator')).toThrow('Everything'))
})

describe('templates', () => {
  it.each(templateIds)('BR-102a %s holds built-in roles and no Global administrator', (id) => {
    expect(roleTemplates[id].every(isDirectoryRole)).toBe(true)
    expect(roleTemplates[id]).not.toContain(globalAdministrator)
  })
  it.each(['account_manager', 'service_desk_agent'] as const)('BR-98 %s may create support tickets', (id) =>
    expect(roleTemplates[id]).toContain(roleNamed('Service Support Administrator')))
})

describe('the least role for a task', () => {
  it.each([
    ['submit_support_ticket', 'Service Support Administrator'], ['manage_users', 'User Administrator'],
    ['assign_licenses', 'License Administrator'], ['reset_password_of_user', 'Password Administrator'],
    ['reset_password_at_helpdesk', 'Helpdesk Administrator'],
    ['reset_password_of_privileged_admin', 'Privileged Authentication Administrator'],
    ['change_authentication_methods', 'Authentication Administrator'],
    ['add_user_to_directory_role', 'Privileged Role Administrator'], ['invite_guests', 'Guest Inviter'],
    ['manage_groups', 'Groups Administrator'], ['read_directory', 'Directory Readers'], ['read_everything', 'Global Reader'],
    ['change_privileged_admin_name', 'Global Administrator'],
  ] as const)('BR-102a %s: %s', (task, name) => expect(leastRoleByTask[task]).toBe(roleNamed(name)))
})

describe('default and recommended roles', () => {
  it.each([['indirect_reseller', false], ['indirect_provider', true], ['direct_partner', true]] as const)(
    'BR-96 %s has the application roles by default: %s',
    (kind, has) => expect(defaultRoles(kind).includes(roleNamed('Application Administrator'))).toBe(has),
  )
  it.each(partnerKinds)('BR-96 %s has Global reader and no Global administrator by default', (kind) => {
    expect(defaultRoles(kind)).toContain(roleNamed('Global Reader'))
    expect(defaultRoles(kind)).not.toContain(globalAdministrator)
  })
  it('BR-102a seven roles are recommended to an indirect provider', () => expect(recommendedRoles('indirect_provider')).toHaveLength(7))
  it('BR-102a the longer list is recommended to others', () =>
    expect(recommendedRoles('direct_partner').length).toBeGreaterThan(recommendedRoles('indirect_provider').length))
})

it('drift is what one side has and the other has not', () => {
  expect(driftOf(['a', 'b'], ['b', 'c'])).toEqual({ missing: ['a'], extra: ['c'] })
  expect(driftOf(['a'], ['a'])).toEqual({ missing: [], extra: [] })
})
