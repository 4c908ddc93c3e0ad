import type { z } from 'zod'
import type { RoleInWords, TaskInWords } from '../../../../domain/gdap/schemas.ts'
import { foldsOf } from '../../../../domain/search/fold.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import { listView, oneOf, soughtText } from '../../../ui/lists/list-view.ts'

type Task = z.infer<typeof TaskInWords>
type Catalogue = { items: readonly RoleInWords[]; tasks: readonly Task[] }

export type RoleView = { search?: string; privileged?: 'true' }

/** A role, and its tasks that match; it is the least role for them. */
export type FoundRole = { role: RoleInWords; tasks: readonly Task[] }

export const roleView = listView<RoleView>({ search: soughtText, privileged: oneOf(['true']) })

/** Splits words as the language does: Chinese has no spaces. */
const wordsOf = (text: string, locale: Locale): string[] =>
  [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(foldsOf(text)[0] ?? '')]
    .filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)

const shortestStem = 4
/** Ignores endings (passwords, пароля): a long word matches without its last two letters. */
const stemOf = (word: string): string => word.slice(0, Math.max(shortestStem, word.length - 2))

/**
 * Finds roles whose name (in the reader's language or English), words or tasks hold every word: first the least roles for a matching task,
 * then names that begin with the search, so that Enter takes the typed role, then other names. Ignores word endings only when nothing else
 * matches.
 */
export function findRoles({ items, tasks }: Catalogue, { search = '', privileged }: RoleView, locale: Locale): FoundRole[] {
  const roles = items.filter(({ isPrivileged }) => isPrivileged || !privileged)
  const wanted = wordsOf(search, locale)
  if (wanted.length === 0) return roles.map((role) => ({ role, tasks: [] }))
  const [start = ''] = foldsOf(search)
  const exact = holding({ items: roles, tasks }, wanted, start)
  return exact.length > 0 ? exact : holding({ items: roles, tasks }, wanted.map(stemOf), start)
}

function holding({ items, tasks }: Catalogue, wanted: readonly string[], start: string): FoundRole[] {
  const holds = (...texts: string[]) => {
    const text = foldsOf(texts.join(' ')).join(' ')
    return wanted.every((word) => text.includes(word))
  }
  const rankOf = ({ name, englishName, allows }: RoleInWords, own: readonly Task[]): number | undefined => {
    const names = [name, englishName]
    if (own.some(({ words }) => holds(words))) return 0
    if (names.some((each) => foldsOf(each).some((fold) => fold.startsWith(start)))) return 1
    if (holds(...names)) return 2
    return holds(...names, allows, ...own.map(({ words }) => words)) ? 3 : undefined
  }
  const found = items.flatMap((role) => {
    const own = tasks.filter(({ roleId }) => roleId === role.id)
    const rank = rankOf(role, own)
    return rank === undefined ? [] : [{ role, tasks: own.filter(({ words }) => holds(words)), rank }]
  })
  return found.toSorted((a, b) => a.rank - b.rank).map(({ role, tasks: named }) => ({ role, tasks: named }))
}
