import { expect, it } from 'vitest'
import { globalAdministrator } from '../../../domain/gdap/roles/catalogue.ts'
import { inOrder } from './role-order.ts'

const catalogue = [{ id: 'a' }, { id: 'b' }, { id: globalAdministrator }, { id: 'c' }]

it.each<[string, string[], string[]]>([
  ['the alphabet’s order, not that of the request', ['c', 'a', 'b'], ['a', 'b', 'c']],
  ['what weighs most first, so that it is never among those that are only counted', ['a', globalAdministrator], [globalAdministrator, 'a']],
  ['what the catalogue has no longer last, as it was', ['z', 'y', 'a'], ['a', 'z', 'y']],
])('%s', (_what, roles, expected) => expect(inOrder(roles, catalogue)).toEqual(expected))
