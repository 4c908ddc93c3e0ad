import unhomoglyph from 'unhomoglyph'
import { expect, it } from 'vitest'
import { imitates, looksLikeMicrosoft, looksOf, type Named, standingOf } from './standing.ts'

it.each<[string, string, boolean]>([
  ['the name itself', 'Microsoft', true],
  ['within a name', 'Contoso, Microsoft partner', true],
  ['within a word', 'Microsoft365 Helpdesk', true],
  ['a zero', 'Micros0ft Support', true],
  ['a one', 'M1crosoft', true],
  ['a small L for an I', 'Mlcrosoft', true],
  ['a line for an I', 'M|crosoft', true],
  ['r and n for an M', 'rnicrosoft', true],
  ['a Cyrillic capital', 'Мicrosoft', true],
  ['a Cyrillic small letter', 'мicrosoft', true],
  ['all Cyrillic letters that there are', 'МIСRОSОFТ', true],
  ['a Greek capital', 'ΜICROSOFT', true],
  ['no dot', 'Mıcrosoft', true],
  ['accents', 'Mícrösoft', true],
  ['a stroke', 'Micrøsoft', true],
  ['full width', 'Ｍｉｃｒｏｓｏｆｔ', true],
  ['bold for mathematics', '𝐌𝐢𝐜𝐫𝐨𝐬𝐨𝐟𝐭', true],
  ['a long s', 'Microſoft', true],
  ['spread with spaces', 'M i c r o s o f t', true],
  ['spread with points', 'Micro.Soft.', true],
  ['a trade mark', 'Microsoft™', true],
  ['beside another script', 'Microsoft코리아', true],
  ['two words that end otherwise', 'Micro Software GmbH', false],
  ['a part of it', 'Microsystems', false],
  ['another name', 'Contoso Distribution', false],
  ['nothing but signs', '***', false],
])('like Microsoft: %s', (_clause, name, expected) => {
  expect(looksLikeMicrosoft(name, unhomoglyph)).toBe(expected)
})

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

const named = (over: Partial<Named> = {}): Named => ({ id: '02', kind: 'direct_partner', cloud: 'global', hasProof: false, ...over })

it.each<[string, Partial<Named>, Partial<Named>, boolean]>([
  ['the other came first', {}, { id: '01' }, true],
  ['the other came later', {}, { id: '03' }, false],
  ['the other proved a domain', {}, { id: '03', hasProof: true }, true],
  ['it proved a domain itself', { hasProof: true }, { id: '01' }, false],
  ['both did, the other came first', { hasProof: true }, { id: '01', hasProof: true }, true],
  ['the other is a customer', {}, { id: '01', kind: 'customer', hasProof: true }, false],
  ['the other is of another cloud', {}, { id: '01', cloud: 'germany' }, false],
  ['it is the same', { hasProof: false }, { id: '02', hasProof: true }, false],
])('a name like another partner’s imitates: %s', (_clause, own, other, expected) => {
  expect(imitates(named(own), named(other))).toBe(expected)
})

it.each([
  ['Microsoft before another', 'Microsoft', [], [named({ id: '01' })], 'microsoft'],
  ['Microsoft itself', 'Microsoft', ['microsoft.com'], [], null],
  ['another', 'Contoso', [], [named({ id: '01' })], 'other'],
  ['nobody', 'Contoso', [], [named({ id: '03' })], null],
] as const)('stands as: %s', (_clause, displayName, domains, alike, expected) => {
  const logo = { name: 'n', width: 480, height: 61 }
  const known = { own: named(), displayName, domains: [...domains], hasSignedIn: true, alike, logo }
  const shown = expected === null ? { src: '/api/logos/02/n.png', width: 240, height: 31 } : null
  expect(standingOf(known, unhomoglyph)).toEqual({ domains, hasSignedIn: true, imitates: expected, logo: shown })
  expect(standingOf({ ...known, logo: null }, unhomoglyph).logo).toBeNull()
})
