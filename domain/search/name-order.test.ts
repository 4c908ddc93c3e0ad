import { expect, it } from 'vitest'
import { nameOrder } from './name-order.ts'

it.each([
  ['by the language: Ä stands at A in German', 'de', ['Zeta', 'Ärzte', 'Acme'], ['Acme', 'Ärzte', 'Zeta']],
  ['by code point what the language holds for alike, whichever came first', 'en', ['\u00e9', 'e\u0301'], ['e\u0301', '\u00e9']],
  ['the same turned round', 'en', ['e\u0301', '\u00e9'], ['e\u0301', '\u00e9']],
])('names stand %s', (_how, locale, names, expected) => expect(names.toSorted(nameOrder(locale))).toEqual(expected))

it('a name is equal to itself alone', () => {
  expect(nameOrder('en')('Contoso', 'Contoso')).toBe(0)
  expect(nameOrder('en')('\u00e9', 'e\u0301')).toBe(1)
})
