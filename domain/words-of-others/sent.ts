import { linkMark } from '../mail/mail.ts'
import { cleanText, inOneLine } from './cleaned.ts'

const turning = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const [first, pop] = ['\u2068', '\u2069']
const ours = new RegExp(`(${linkMark}|${first}[^${first}${pop}\\n]*${pop})`, 'u')

/** A name in a sentence of the portal: one that is read from right to left turns nothing round but itself. */
export const isolated = (name: string): string => (turning.test(name) ? `${first}${name.replaceAll(/[\u2068\u2069]/g, '')}${pop}` : name)

const inOurs = (part: string): string => (part === linkMark ? part : `${first}${cleanText(part)}${pop}`)

/** A text of the portal with words of others in it: these are cleaned, and the portal's own marks stay, for the link and around names. */
export const cleanSent = (text: string): string =>
  text.split(ours).map((part, index) => (index % 2 === 1 ? inOurs(part) : cleanText(part))).join('')

/** The same in one line, for a subject. */
export const cleanSentLine = (text: string): string => inOneLine(cleanSent(text))
