import { expect, it } from 'vitest'
import { directoryRoles, roleNamed } from './catalogue.ts'
import { removedRoles, roleChanges } from './changes.ts'

it('BR-83 what came with a version stands in the catalogue since then, and what went does not', () => {
  const ids = directoryRoles.map(({ id }) => id)
  expect(roleChanges.before < roleChanges.version).toBe(true)
  expect(roleChanges.added.map(({ roleId }) => roleId)).toContain(roleNamed('Agent ID Administrator'))
  for (const { roleId, since } of roleChanges.added) expect([ids.includes(roleId), since]).toEqual([true, roleChanges.version])
  for (const { roleId } of roleChanges.removed) expect(ids).not.toContain(roleId)
})

it('BR-83 of a template’s roles those are gone that the catalogue does not know', () => {
  const gone = '00000000-0000-4000-8000-000000000000'
  expect(removedRoles([roleNamed('User Administrator'), gone])).toEqual([gone])
})
