import { type RawBuilder, sql } from 'kysely'
import { searchTextOf as textOf } from '../../../domain/search/fold.ts'
import { soughtOf } from '../../../domain/search/sought.ts'
import { asciiDomain } from '../../../domain/words-of-others/ascii-domain.ts'
import { readDomain } from '../../../domain/words-of-others/domain-name.ts'
import { gramsOf } from './grams.ts'

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

/** What a row that its owner searches keeps of these parts: their search text, and its grams. */
export function searchColumnsOf(owner: string, parts: readonly (string | null | undefined)[]) {
  const text = searchTextOf(parts)
  return { search_text: text, search_grams: gramsOf(owner, text) }
}

const isIn = (column: string, sought: string): RawBuilder<boolean> => {
  const text = sought.startsWith('\n') ? sql`(E'\\n' || ${sql.ref(column)} || E'\\n')` : sql.ref(column)
  return sql<boolean>`${text} like ${`%${sought.replace(/[\\%_]/g, '\\$&')}%`}`
}

/** Matches typed text in a search text; `%`, `_` and `\` are literal. */
export const holds = (column: string, typed: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(soughtOf(typed).map((sought) => isIn(column, sought)), sql` or `)})`

/** More than enough to tell a text apart. */
const mostGrams = 6

/** Some of many, from all over them. */
const spread = <Value>(values: readonly Value[], most: number): readonly Value[] =>
  values.length <= most ? values : Array.from({ length: most }, (_, at) => values[Math.floor((at * values.length) / most)] as Value)

/** The same for the owner's rows by their grams, which an index finds; undefined for what has none. */
export function holdsByGrams(table: string, owner: string, typed: string): RawBuilder<boolean> | undefined {
  const found = soughtOf(typed).map((sought) => ({ sought, grams: spread(gramsOf(owner, sought), mostGrams) }))
  if (found.some(({ grams }) => grams.length === 0)) return undefined
  return sql<boolean>`(${sql.join(found.map(({ sought, grams }) => sql`(
    ${sql.ref(`${table}.search_grams`)} @> ${sql.val([...grams])}::integer[] and ${isIn(`${table}.search_text`, sought)}
  )`), sql` or `)})`
}
