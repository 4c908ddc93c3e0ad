const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const spaces = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
/**
 * Invisible characters that change how text looks: controls, format characters (zero width, direction, soft hyphens, tags), variation
 * selectors, fillers, private use, lone surrogates. Joiners go too: words stay readable without them, while a name with one imitates
 * another.
 */
const unseen = /[[\p{Cc}--\n]\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gv
/** Piled-up marks reach into other lines. */
const piled = /(\p{Mn}{4})\p{Mn}+/gu
/** No script needs more marks in a row (Unicode's stream-safe text); normalising them takes quadratic time. */
const endless = /(?<!\p{M})(\p{M}{30})\p{M}+/gu
/** A single mark makes no pile. */
const severalMarks = /\p{M}{2}/u
const gap = /\n(?: *\n){2,}/g

/** Cleans text that others read: NFC, LF line ends, nothing invisible. */
export function cleanText(text: string): string {
  const seen = text.replaceAll(lineEnds, '\n').replaceAll(spaces, ' ').replaceAll(unseen, '')
  const normal = severalMarks.test(seen) ? seen.replaceAll(endless, '$1').normalize('NFC').replaceAll(piled, '$1') : seen.normalize('NFC')
  return normal.replaceAll(gap, '\n\n')
}

const plain = /[ -~\n]+/g

/** Tells whether cleaning removes more than spaces and line ends. Skipping plain text first makes it ten times as fast. */
export const holdsUnseen = (text: string): boolean => text.replaceAll(plain, '').search(unseen) >= 0

/** Removes line breaks and repeated spaces only. */
export const inOneLine = (text: string): string => text.replaceAll(/ *\n[ \n]*| {2,}/g, ' ').trim()

/** Cleans a name, subject or heading into one line. */
export const cleanLine = (text: string): string => inOneLine(cleanText(text))
