import unhomoglyph from 'unhomoglyph'
import { expect, it } from 'vitest'
import { looksOf } from './looks.ts'

it.each<[string, string, string, boolean]>([
  ['case, width, spaces and points', 'Contoso Distribution', 'ＣＯＮＴＯＳＯ-distribution.', true],
  ['Cyrillic among Latin', 'Contoso Distribution', 'Соntоsо Distributiоn', true],
  ['Greek small letters', 'Provider One', 'Proνider One', true],
  ['Latin among Cyrillic', 'Ромашка', 'Pомашка', true],
  ['another word', 'Contoso Distribution', 'Contoso Distributors', false],
  ['marks that make words', 'हिन्दी', 'हन्द', false],
])('names look alike: %s', (_clause, name, other, expected) => {
  const [kept = ''] = looksOf(name, unhomoglyph)
  expect(looksOf(other, unhomoglyph).includes(kept)).toBe(expected)
})

it('keeps nothing of a name without letters', () => {
  expect(looksOf('***', unhomoglyph)).toEqual([])
})
