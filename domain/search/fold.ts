/** Quotation marks and apostrophes of every kind, and their keyboard substitutes. */
const quotes = /['"`´‘’‚‛“”„‟′″‴‵‶‹›«»ʹʺʻʼʽʾʿˈˊˋꞌ׳״〝〞〟＇＂]/g
/** Invisible characters: soft hyphens, zero width, direction marks, variation selectors. */
const unseen = /[\p{Cf}\ufe00-\ufe0f]/gu
const dashes = /[\p{Pd}−˗⁃]/gu
/** Accents; the marks of й, ў and ї make letters of their own. */
const accents = /(?<![иу])\u0306|(?<!і)\u0308|[\u0300-\u0305\u0307\u0309-\u036f]/g

/** Letters that no accent makes, as people without them type them. */
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
 * Folds text for search: case, width, accents, quotation marks and invisible characters do not count, dashes and spaces are alike, so
 * "oneil" finds "O’Neil", "strasse" "Straße" and "lodz" "Łódź". Letters also written as two make a second fold.
 */
export function foldsOf(text: string): string[] {
  const low = lowered(text)
  return [...new Set([plain(low), plain(low.replace(paired, (each) => pairs[each] ?? each))])]
}

/** Scripts in which people set spaces between words, or none, as they like. */
const freelySpaced = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** The fold without spaces where its script sets them freely, so that "한빛물산" finds "한빛 물산"; others stay as they are. */
export const joined = (fold: string): string => (freelySpaced.test(fold) ? fold.replaceAll(' ', '') : fold)

/** The searched text: a line for each fold of each part, so that parts never join. */
export function searchTextOf(parts: readonly (string | null | undefined)[]): string {
  const folds = parts.flatMap((part) => foldsOf(part ?? '')).flatMap((fold) => [fold, joined(fold)])
  return [...new Set(folds)].filter((fold) => fold !== '').join('\n')
}
