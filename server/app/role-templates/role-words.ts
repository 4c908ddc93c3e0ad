import { directoryRoles } from '../../../domain/gdap/roles/catalogue.ts'
import type { RoleInWords } from '../../../domain/gdap/schemas.ts'
import { nameOrder } from '../../../domain/search/name-order.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { say } from '../words/words.ts'

/** Lists the built-in roles in a language, with Microsoft's names and what they allow, in its alphabetical order (BR-83). */
export function rolesInWords(locale: Locale): RoleInWords[] {
  const inOrder = nameOrder(locale)
  return directoryRoles
    .map(({ id, key, name, isPrivileged }) => ({
      id, name: say(`roles.name.${key}`, locale), englishName: name, allows: say(`roles.allows.${key}`, locale), isPrivileged,
    }))
    .toSorted((one, other) => inOrder(one.name, other.name))
}
