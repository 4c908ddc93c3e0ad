/** What a list is sorted by: width and case folded, spaces collapsed; compared byte by byte. */
export const sortKeyOf = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

const accents = /[\u0300-\u036f]/g

/** What search compares: as {@link sortKeyOf}, and without accents, so that "joao" finds "João". */
export const foldForSearch = (text: string): string => sortKeyOf(sortKeyOf(text).normalize('NFD').replace(accents, ''))

/** The stored text that a search looks through; parts never run into each other. */
export const searchTextOf = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').map((part) => foldForSearch(part as string)).join('\n')

/** A LIKE pattern that finds exactly this text anywhere: `%`, `_` and `\` mean themselves. */
export const containing = (search: string): string => `%${foldForSearch(search).replace(/[\\%_]/g, '\\$&')}%`
