import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText } from './cleaned.ts'

const unseen = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
const anyText = fc.string({ unit: fc.oneof(fc.constantFrom(
  '\u200b', '\u200f', '\u202e', '\u2066', '\u00ad', '\ufeff', '\u{e0041}', '\ufe0f', '\u00a0', '\u3000', '\u3164',
  '\r', '\n', '\t', '\u0085', '\0',
  '\u0301', '\u0323', 'e', ' ', '한', '\u1112', '\u1161', '\ud800', '=?utf-8?B?4oCu?=',
), fc.string({ unit: 'binary', minLength: 1, maxLength: 2 })) })

describe('what somebody wrote', () => {
  it.each([
    ['no width', 'North\u200bwind', 'Northwind'],
    ['a direction mark', 'Northwind\u200f', 'Northwind'],
    ['an override', 'a\u202eb', 'ab'],
    ['isolates', '\u2068a\u2069', 'a'],
    ['a soft hyphen and a mark of byte order', '\ufeffNorth\u00adwind', 'Northwind'],
    ['tags', 'a\u{e0041}\u{e0042}', 'a'],
    ['a variation selector', 'a\ufe0fb\u{e0100}', 'ab'],
    ['fillers of Hangul and Braille', '\u3164\u115f\u2800\uffa0x', 'x'],
    ['joiners', 'a\u200d\u200cb', 'ab'],
    ['the mark of the link', 'a\ue000b', 'ab'],
    ['half a sign', 'a\ud800b', 'ab'],
    ['controls', 'a\0\u0007\u009bb', 'ab'],
    ['spaces of any width', 'a\u00a0\u2003\u3000\tb', 'a b'],
    ['a decomposed letter', 'Cafe\u0301', 'Café'],
    ['lines', ' a\r\nb\u2028c ', 'a b c'],
    ['marks piled up', `a${'\u0335'.repeat(30)}b`, `a${'\u0335'.repeat(4)}b`],
    ['ordinary names', 'Müller & Söhne GmbH, 민소라 «Ромашка» שלום', 'Müller & Söhne GmbH, 민소라 «Ромашка» שלום'],
  ])('in one line: %s', (_what, text, expected) => expect(cleanLine(text)).toBe(expected))

  it('keeps its paragraphs, but no gap that pushes what follows out of sight', () => {
    expect(cleanText('a\r\n\r\nb\n \n\n \n\nc')).toBe('a\n\nb\n\nc')
  })

  it('takes no longer for marks that pile up without end, whatever their order', () => {
    expect(cleanLine(`a${'\u0315\u0300'.repeat(200_000)}b`)).toHaveLength(6)
    expect(cleanLine(`한${'\u302e\u0315\u0300'.repeat(200_000)}`).length).toBeLessThan(40)
  })

  it('holds nothing unseen, is in normal form and stays as it is when it is cleaned again', () => {
    fc.assert(fc.property(anyText, (text) => {
      const cleaned = cleanText(text)
      expect(cleaned).not.toMatch(unseen)
      expect(cleaned.normalize('NFC')).toBe(cleaned)
      expect(cleanText(cleaned)).toBe(cleaned)
      const line = cleanLine(text)
      expect(line).not.toMatch(/\n| {2}|^ | $/)
      expect(cleanLine(line)).toBe(line)
      expect(cleanLine(cleaned)).toBe(line)
    }), { numRuns: 1_000 })
  })
})
