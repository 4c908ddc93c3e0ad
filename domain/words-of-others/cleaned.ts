const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Of whatever width, other than the plain one. */
const spaces = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
/**
 * What nobody sees and what makes the text around it look different: controls, format signs (of no width, of direction, soft hyphens,
 * tags), variation selectors, fillers, signs without a meaning of their own, halves of a sign. Joiners go too: a word and an emoji stay
 * readable without them, while a name with one looks like another name.
 */
const unseen = /[[\p{Cc}--\n]\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gv
/** Marks piled up reach into the lines above and below. */
const piled = /(\p{Mn}{4})\p{Mn}+/gu
/** More than this many in a row no script needs (Unicode's stream-safe text), and to order them takes time that grows with their square. */
const endless = /(?<!\p{M})(\p{M}{30})\p{M}+/gu
/** One alone, whatever it stands for, makes no pile. */
const severalMarks = /\p{M}{2}/u
const gap = /\n(?: *\n){2,}/g

/** What somebody wrote, as everybody else may read it: in normal form (NFC), lines ended by LF, nothing in it that cannot be seen. */
export function cleanText(text: string): string {
  const seen = text.replaceAll(lineEnds, '\n').replaceAll(spaces, ' ').replaceAll(unseen, '')
  const normal = severalMarks.test(seen) ? seen.replaceAll(endless, '$1').normalize('NFC').replaceAll(piled, '$1') : seen.normalize('NFC')
  return normal.replaceAll(gap, '\n\n')
}

const plain = /[ -~\n]+/g

/** Whether cleaning takes anything away, beside spaces and line ends. Most of a text is plain and left out first: ten times as fast. */
export const holdsUnseen = (text: string): boolean => text.replaceAll(plain, '').search(unseen) >= 0

/** Without breaks and gaps; nothing else of it changes. */
export const inOneLine = (text: string): string => text.replaceAll(/ *\n[ \n]*| {2,}/g, ' ').trim()

/** The same in one line, for names, subjects and headings. */
export const cleanLine = (text: string): string => inOneLine(cleanText(text))
