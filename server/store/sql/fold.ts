import { type RawBuilder, sql } from 'kysely'
import { searchTextOf as textOf } from '../../../domain/search/fold.ts'
import { soughtOf } from '../../../domain/search/sought.ts'
import { asciiDomain } from '../../../domain/words-of-others/ascii-domain.ts'
import { readDomain } from '../../../domain/words-of-others/domain-name.ts'

/** A list's sort key: width and case folded, spaces collapsed; collated in name-order.ts. */
export const sortKeyOf = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** Returns a domain's or address's other form: readable or ASCII. */
function otherForms(text: string): string[] {
  if (!/^\S+\.\S+$/.test(text) || !/[^ -~]|xn--/i.test(text)) return []
  const at = text.lastIndexOf('@') + 1
  const domain = text.slice(at)
  return [readDomain(domain), asciiDomain(domain)].flatMap((form) => (form === undefined ? [] : [text.slice(0, at) + form]))
}

/** The stored search text, with domains in both forms. */
export const searchTextOf = (parts: readonly (string | null | undefined)[]): string =>
  textOf(parts.flatMap((part) => [part, ...otherForms(part ?? '')]))

/** Matches typed text in a search text; `%`, `_` and `\` are literal. */
export function holds(column: string, typed: string): RawBuilder<boolean> {
  const found = soughtOf(typed).map((sought) => {
    const text = sought.startsWith('\n') ? sql`(E'\\n' || ${sql.ref(column)} || E'\\n')` : sql.ref(column)
    return sql`${text} like ${`%${sought.replace(/[\\%_]/g, '\\$&')}%`}`
  })
  return sql<boolean>`(${sql.join(found, sql` or `)})`
}
