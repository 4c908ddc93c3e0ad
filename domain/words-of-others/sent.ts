import { linkMark } from '../mail/mail.ts'
import { cleanText, inOneLine } from './cleaned.ts'

const [first, pop] = ['\u2068', '\u2069']
const ours = new RegExp(`(${linkMark}|${first}[^${first}${pop}\\n]*${pop})`, 'u')

const inOurs = (part: string): string => (part === linkMark ? part : `${first}${cleanText(part)}${pop}`)

/** Cleans others' words in the portal's text and keeps the portal's own marks, for the link and around names. */
export const cleanSent = (text: string): string =>
  text.split(ours).map((part, index) => (index % 2 === 1 ? inOurs(part) : cleanText(part))).join('')

/** Makes one line of it, for a subject. */
export const cleanSentLine = (text: string): string => inOneLine(cleanSent(text))

/** Quotes others' words as mail programs do. */
export const quoted = (text: string): string => text.split('\n').map((line) => `> ${line}`).join('\n')
