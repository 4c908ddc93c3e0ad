import { expect, it } from 'vitest'
import type { Cloud } from '../organizations/kinds.ts'
import type { Rule } from './rule.ts'
import { rulesOfGranularAdmin } from './rules-of-granular-admin.ts'
import { rules } from './rules.ts'
import { sourcePages } from './source-pages.ts'

it('every rule is of a group and a cloud, speaks to somebody, and restates a page', () => {
  for (const { id, group, clouds, concerns, sources } of rules) {
    const said = { id, group, clouds: clouds.length > 0, concerns: concerns.length > 0, pages: sources.map((page) => sourcePages[page]) }
    expect(said).toEqual({
      id, group: expect.stringMatching(/^[A-K]$/), clouds: true, concerns: true, pages: expect.arrayContaining([expect.any(String)]),
    })
  }
})

const numbers = (of: readonly Rule[]) => of.map(({ id }) => id.replace('BR-', '')).join(' ')

it.each<[Cloud, string]>([
  ['global', '01 02 06 12 13 23 28 41 45 46 69'],
  ['germany', '01 02 06 12 13 23 28 30 35 42 45 46 54e 66 67 68 69 75 76'],
  ['china', '03 05 06 08 09 10 11 22 27 29 30 35 42 43 44 54e 55 56 57 58 59 65 66 67 68 75 76'],
  ['usgov', '01 02 03 05 08 09 10 11 12 13 23 27 28 29 30 35 42 45 46 54e 66 67 68 75 76'],
])('section L: in %s these rules do not hold', (cloud, expected) => {
  const isGranular = (rule: Rule) => rulesOfGranularAdmin.includes(rule)
  expect(rulesOfGranularAdmin.every(({ clouds }) => clouds.includes(cloud) === (cloud === 'global'))).toBe(true)
  expect(numbers(rules.filter((rule) => !isGranular(rule) && !rule.clouds.includes(cloud)))).toBe(expected)
})

it.each<[string, Rule['concerns'][number], boolean, string]>([
  ['a direct partner', 'direct_partner', false, '26 28 30 31 32 33 34 35 47 48 49 50 51 52 53 54 54a 54b 54c 54f 54g'],
  ['an indirect provider', 'indirect_provider', false, '26 27 30 33 34 35 47 48 50 53 54e 54g 107'],
  ['an indirect reseller', 'indirect_reseller', false, '24 31 33 34 35 36 47 48 49 54a 54e 56 57 58 61 62 63 64 66 67 75'],
  ['a customer', 'customer', true, '28 29 33 34 35 47 48 57 66 78 79 80 81 84 85 86 87 88 89 90 91 94 95 99 100 101'],
])('%s is spoken to by all but these rules, and a customer by these alone', (_whom, kind, isSpokenTo, expected) =>
  expect(numbers(rules.filter(({ concerns }) => concerns.includes(kind) === isSpokenTo))).toBe(expected))

it('rules stand in the order of their ids, each once', () => {
  const ids = rules.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true })))
})

it('every page is restated by a rule', () => {
  const restated = new Set(rules.flatMap(({ sources }) => sources))
  expect(Object.keys(sourcePages).filter((page) => !restated.has(page as keyof typeof sourcePages))).toEqual([])
})
