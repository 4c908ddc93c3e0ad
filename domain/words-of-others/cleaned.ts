const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const spaces = /[\t\p{Zs}]/gu
/**
 * What nobody sees and what makes the text around it look different: controls, format signs (of no width, of direction, soft hyphens,
 * tags), variation selectors, fillers, signs without a meaning of their own, halves of a sign. Joiners go too: a word and an emoji stay
 * readable without them, while a name with one looks like another name.
 */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gu
/** Marks piled up reach into the lines above and below. */
const piled = /(\p{Mn}{4})\p{Mn}+/gu
const gap = /\n(?: *\n){2,}/g

/** What somebody wrote, as everybody else may read it: in normal form (NFC), lines ended by LF, nothing in it that cannot be seen. */
export const cleanText = (text: string): string =>
  text
    .replaceAll(lineEnds, '\n')
    .replaceAll(spaces, ' ')
    .replaceAll(unseen, '')
    .normalize('NFC')
    .replaceAll(piled, '$1')
    .replaceAll(gap, '\n\n')

const plain = /[ -~\n]+/g

/** Whether cleaning takes anything away, beside spaces and line ends. Most of a text is plain and left out first: ten times as fast. */
export const holdsUnseen = (text: string): boolean => text.replaceAll(plain, '').search(unseen) >= 0

/** Without breaks and gaps; nothing else of it changes. */
export const inOneLine = (text: string): string => text.replaceAll(/[ \n]+/g, ' ').trim()

/** The same in one line, for names, subjects and headings. */
export const cleanLine = (text: string): string => inOneLine(cleanText(text))
