/** A text in the characters that it can be taken for, by Unicode's tables. */
export type Look = (text: string) => string

/** Marks above and through letters; those of other scripts make words of their own. */
const marks = /[\u0300-\u036f]/g
/** Tables take a dash or a stop for a letter of some script; spelt out, signs are letters of their own. */
const signs = /[\p{P}™℠]/gu
const notWritten = /[^\p{L}\p{N}\p{M}]/gu

const bare = (text: string) => text.normalize('NFKD').replace(marks, '')

/** Looks at both cases, since the tables know each letter as it is written. I, l and 1 are one letter to a reader. */
export const seen = (text: string, look: Look) => bare(look(bare(look(bare(text.replace(signs, ' ')))).toLowerCase())).replaceAll('i', 'l')

const together = (text: string) => text.replace(notWritten, '').normalize('NFC')

/** What a name looks like: as it is written, and in capitals, among which more letters are alike. The first is what is kept of it. */
export const looksOf = (name: string, look: Look): string[] =>
  [...new Set([name, name.toUpperCase()].map((text) => together(seen(text, look))))].filter((each) => each !== '')
