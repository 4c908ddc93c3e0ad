import { expect, it } from 'vitest'
import { linkMark } from '../mail/mail.ts'
import { inSentences, isolated } from './in-sentences.ts'
import { cleanSent, cleanSentLine, quoted } from './sent.ts'

it.each([
  ['Contoso', 'Contoso'],
  ['민소라 «Ромашка»', '민소라 «Ромашка»'],
  ['שלום', '\u2068שלום\u2069'],
  ['Contoso العربية', '\u2068Contoso العربية\u2069'],
  ['שלום\u2069 and out', '\u2068שלום and out\u2069'],
])('%j stands in a sentence as %j', (name, expected) => expect(isolated(name)).toBe(expected))

it.each([
  ['the portal’s own marks', `Hello ${isolated('שלום')}\n${linkMark}\n`, `Hello \u2068שלום\u2069\n${linkMark}\n`],
  ['nothing inside them', `\u2068ש\u202eל\u200b\u2069`, '\u2068של\u2069'],
  ['no mark that is not closed', 'a\u2068b\nc\u2069d\u2066e', 'ab\ncde'],
  ['none inside another', '\u2068a\u2068b\u2069c\u2069', 'a\u2068b\u2069c'],
])('what leaves keeps %s', (_what, text, expected) => expect(cleanSent(text)).toBe(expected))

it('a subject is one line', () => expect(cleanSentLine(` a\r\nBcc: ${isolated('ש')} `)).toBe('a Bcc: \u2068ש\u2069'))

it('what somebody else wrote is quoted, line for line', () => expect(quoted('a\n\nb')).toBe('> a\n> \n> b'))

it('a name takes no more of a sentence than 120 characters, whatever they are; an address or a link stays whole', () => {
  const long = '👩'.repeat(200)
  const { inviter, link, count } = inSentences({ inviter: long, link: 'l'.repeat(200), count: 3 })
  expect([[...String(inviter)].length, String(inviter).endsWith('👩…'), String(link).length, count]).toEqual([120, true, 200, 3])
  expect(inSentences({ tenant: 'n'.repeat(120) })).toEqual({ tenant: 'n'.repeat(120) })
})
