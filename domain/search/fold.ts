/** Quotation marks and apostrophes of every kind, also those that keyboards have in their place. */
const quotes = /['"`´‘’‚‛“”„‟′″‴‵‶‹›«»ʹʺʻʼʽʾʿˈˊˋꞌ׳״〝〞〟＇＂]/g
/** What is not seen: soft hyphens, zero width, marks of direction, variants of a picture. */
const unseen = /[\p{Cf}\ufe00-\ufe0f]/gu
const dashes = /[\p{Pd}−˗⁃]/gu
/** Accents; the marks of й, ў and ї make other letters of these. */
const accents = /(?<![иу])\u0306|(?<!і)\u0308|[\u0300-\u0305\u0307\u0309-\u036f]/g

/** Letters that are no other letter with an accent, as those type them who do not have them. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ŧ: 't', ı: 'i', ŋ: 'n', ς: 'σ',
}
const letter = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')

/** Letters that are also written as two: Müller is Mueller, Ørsted is Oersted. */
const pairs: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }
const paired = /[äöüåø]/g

const lowered = (text: string): string =>
  text.replace(quotes, '').replace(unseen, '').normalize('NFKC').toLowerCase().replace(dashes, '-').replace(/\s+/g, ' ').trim()

const plain = (text: string): string =>
  text.normalize('NFD').replace(accents, '').replace(letter, (each) => letters[each] ?? each).normalize('NFKC').replace(/\s+/g, ' ').trim()

/**
 * What search compares: without case, width, accents, quotation marks and what is not seen, dashes and spaces all alike, so that "oneil"
 * finds "O’Neil", "strasse" "Straße" and "lodz" "Łódź". Each once: as it is, and with the letters that are also written as two.
 */
export function foldsOf(text: string): string[] {
  const low = lowered(text)
  return [...new Set([plain(low), plain(low.replace(paired, (each) => pairs[each] ?? each))])]
}

/** The text that a search looks through: a line for each fold of each part, so that parts never run into each other. */
export const searchTextOf = (parts: readonly (string | null | undefined)[]): string =>
  [...new Set(parts.flatMap((part) => foldsOf(part ?? '')))].filter((fold) => fold !== '').join('\n')
