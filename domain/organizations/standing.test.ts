import unhomoglyph from 'unhomoglyph'
import { expect, it } from 'vitest'
import { imitates, type Named, standingOf } from './standing.ts'

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
  ['Microsoft by a domain', 'Contoso', ['micros0ft.com'], [], 'microsoft'],
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
