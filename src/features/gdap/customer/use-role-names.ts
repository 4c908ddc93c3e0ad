import { useWords } from '../../../i18n/use-words.ts'
import { useRoles } from '../role-queries.ts'

/** Names the first `most` roles and counts the rest; counts all until the names load. */
export function useRoleNames(roles: readonly string[], most = roles.length): string {
  const { t, formatList } = useWords()
  const { nameOf, ordered, roles: known } = useRoles()
  if (!known) return t('approval.roles', { count: roles.length })
  const names = ordered(roles).slice(0, most).map(nameOf)
  const more = roles.length - names.length
  return more > 0 ? t('approval.roles.some', { names: names.join(', '), count: more }) : formatList(names)
}
