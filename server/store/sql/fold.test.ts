import { describe, expect, it } from 'vitest'
import { searchTextOf, sortKeyOf } from './fold.ts'
import { isUuid, uuidV7 } from './uuid-v7.ts'

describe('folding', () => {
  it.each([
    ['Ｃｏｎｔｏｓｏ ㈜', 'contoso (주)'],
    ['ﾘｻｰﾁ', 'リサーチ'],
    ['  Wide\t World\n ', 'wide world'],
    ['ÉLAN', 'élan'],
    ['가'.normalize('NFD'), '가'],
  ])('sorts %j as %j', (name, key) => expect(sortKeyOf(name)).toBe(key))
})

it.each([
  ['münchen.de', ['munchen.de', 'muenchen.de', 'xn--mnchen-3ya.de']],
  ['XN--mnchen-3ya.de', ['xn--mnchen-3ya.de', 'munchen.de', 'muenchen.de']],
  ['info@xn--mnchen-3ya.de', ['info@xn--mnchen-3ya.de', 'info@munchen.de', 'info@muenchen.de']],
  ['straße.de', ['strasse.de', 'xn--strae-oqa.de']],
  ['contoso.example', ['contoso.example']],
  ['Fa. Müller', ['fa. muller', 'fa. mueller']],
  ['xn--a.b..c', ['xn--a.b..c']],
])('keeps %j to be found by either form', (text, folds) => expect(searchTextOf([text]).split('\n')).toEqual(folds))

describe('uuidV7', () => {
  it('is of version 7, carries its time and sorts by it', () => {
    const times = [0, 1_772_452_800_000, 1_772_452_800_001, 2 ** 45].map((time) => new Date(time))
    const ids = times.map(uuidV7)
    expect(ids).toEqual(ids.toSorted())
    for (const [index, id] of ids.entries()) {
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(times[index]?.getTime())
      expect(isUuid(id)).toBe(true)
    }
    expect(new Set(Array.from({ length: 1_000 }, () => uuidV7(new Date(0)))).size).toBe(1_000)
  })

  it.each([
    '',
    'x',
    '5beeb45e-549d-446e-a09a-c8079ebc69d',
    '5beeb45e549d446ea09ac8079ebc69d2',
    "5beeb45e-549d-446e-a09a-c8079ebc69d2'",
  ])('is not %j', (text) => expect(isUuid(text)).toBe(false))
})
