import { type RawBuilder, sql } from 'kysely'
import { searchTextOf as textOf } from '../../../domain/search/fold.ts'
import { soughtOf } from '../../../domain/search/sought.ts'
import { asciiDomain } from '../../../domain/words-of-others/ascii-domain.ts'
import { readDomain } from '../../../domain/words-of-others/domain-name.ts'

/** What a list is sorted by: width and case folded, spaces collapsed; compared in a reader's order, see name-order.ts. */
export const sortKeyOf = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** A domain, or an address at one, in the other form that it is written in: readable or for machines. */
function otherForms(text: string): string[] {
  if (!/^\S+\.\S+$/.test(text) || !/[^ -~]|xn--/i.test(text)) return []
  const at = text.lastIndexOf('@') + 1
  const domain = text.slice(at)
  return [readDomain(domain), asciiDomain(domain)].flatMap((form) => (form === undefined ? [] : [text.slice(0, at) + form]))
}

/** The stored text that a search looks through: these texts, domains in both of their forms. */
export const searchTextOf = (parts: readonly (string | null | undefined)[]): string =>
  textOf(parts.flatMap((part) => [part, ...otherForms(part ?? '')]))

/** Whether a stored search text holds what is typed: `%`, `_` and `\` mean themselves. */
export function holds(column: string, typed: string): RawBuilder<boolean> {
  const found = soughtOf(typed).map((sought) => {
    const text = sought.startsWith('\n') ? sql`(E'\\n' || ${sql.ref(column)} || E'\\n')` : sql.ref(column)
    return sql`${text} like ${`%${sought.replace(/[\\%_]/g, '\\$&')}%`}`
  })
  return sql<boolean>`(${sql.join(found, sql` or `)})`
}
