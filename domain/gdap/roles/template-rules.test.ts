import { describe, expect, it } from 'vitest'
import { told } from '../../testing/facts.ts'
import { directoryRoles, isDirectoryRole } from './catalogue.ts'
import { removedRoles, roleChanges } from './changes.ts'
import {
  canAddTemplate, canHoldTemplateRoles, canNameTemplate, canUseTemplate, nearestTemplate, templateWarning,
} from './template-rules.ts'
import { globalAdmin, reader, support } from '../testing.ts'

const unknown = '00000000-0000-4000-8000-000000000000'

describe('own templates', () => {
  it.each([
    ['another name', 'Backup', 'allowed'],
    ['the same name', 'Night shift', 'gdap.template_name_taken BR-102a'],
    ['the same name in other letters', ' NIGHT  ｓhift', 'gdap.template_name_taken BR-102a'],
  ])('BR-102a %s', (_what, name, expected) => expect(told(canNameTemplate(name, [{ name: 'Night shift' }]))).toBe(expected))

  it.each([[49, 'allowed'], [50, 'gdap.template_limit BR-102']])('BR-102 with %i there already', (count, expected) =>
    expect(told(canAddTemplate(Array.from({ length: count })))).toBe(expected))

  it.each([
    ['unseen', '"2"', undefined, 'allowed'],
    ['as it is', '"2"', '"2"', 'allowed'],
    ['built in', null, null, 'allowed'],
    ['as it was', '"2"', '"1"', 'gdap.template_changed BR-102'],
    ['built in, one of the partner’s own by now', '"1"', null, 'gdap.template_changed BR-102'],
  ])('BR-102 used %s', (_what, etag, seen, expected) => expect(told(canUseTemplate({ etag }, seen))).toBe(expected))

  it.each([
    ['no role', [], 'gdap.needs_role BR-83'],
    ['a role that is not built in', [reader, unknown], 'gdap.unknown_role BR-83'],
    ['a role twice', [reader, reader], 'gdap.unknown_role BR-83'],
    ['Global administrator', [globalAdmin], 'allowed'],
  ])('BR-83 with %s', (_what, roles, expected) => expect(told(canHoldTemplateRoles(roles))).toBe(expected))

  it('BR-87 Global administrator is warned of', () => {
    expect(templateWarning([reader, globalAdmin])).toBe('global_administrator')
    expect(templateWarning([reader])).toBeNull()
  })
})

describe('the template that a live relationship follows', () => {
  const small = { roles: [reader] }
  const large = { roles: ['a', 'b', 'c', reader] }
  it.each([
    ['has the very roles', [reader], small],
    ['has one role more', ['a', 'b', 'c', reader, support], large],
    ['has two of four', ['a', 'b'], large],
    ['has too little in common', ['a', support, globalAdmin], undefined],
    ['has nothing in common', [support], undefined],
  ])('BR-102a when it %s', (_what, roles, expected) => expect(nearestTemplate([small, large], roles)).toBe(expected))
})

describe('what changed in the catalogue', () => {
  it('BR-83 what was added is there, what was removed is not, and nothing is both', () => {
    expect(roleChanges.before < roleChanges.version).toBe(true)
    for (const { roleId, since } of roleChanges.added)
      expect([isDirectoryRole(roleId), since > roleChanges.before.slice(0, 7), since <= roleChanges.version]).toEqual([true, true, true])
    for (const { roleId } of roleChanges.removed) expect(isDirectoryRole(roleId)).toBe(false)
  })
  it('BR-83 a template that holds what is gone is marked', () => {
    expect(removedRoles([reader, unknown])).toEqual([unknown])
    expect(removedRoles(directoryRoles.map(({ id }) => id))).toEqual([])
  })
})
