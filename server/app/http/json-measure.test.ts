import { expect, it } from 'vitest'
import { holdsTooMuch } from './json-measure.ts'

const keys = (count: number) => JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, key) => [`k${key}`, 1])))
const roles = Array.from({ length: 30 }, () => ({ roleDefinitionId: '00000000-0000-4000-8000-000000000000' }))
const requests = Array.from({ length: 500 }, (_, key) => ({ key: `${key}`, displayName: 'A', accessDetails: { unifiedRoles: roles } }))

it.each([
  ['nothing', '', false],
  ['a text', '"text"', false],
  ['100 keys', keys(100), false],
  ['101 keys', keys(101), true],
  ['101 keys deep inside', `[[{"a":${keys(101)}}]]`, true],
  ['many objects of few keys', JSON.stringify(Array.from({ length: 5_000 }, () => ({ a: 1, b: 2 }))), false],
  ['500 requests of 30 roles', JSON.stringify({ dryRun: false, items: requests }), false],
  ['32 levels', '['.repeat(32) + ']'.repeat(32), false],
  ['33 levels', '['.repeat(33) + ']'.repeat(33), true],
  ['a list of 100,000', `[${'1,'.repeat(100_000)}1]`, true],
  ['marks within a text', JSON.stringify({ text: '{[:,"\\'.repeat(20_000) }), false],
  ['a text that ends in backslashes', `{"a":"\\\\","b":${'['.repeat(33)}`, true],
  ['a text that never ends', `{"a":"${':'.repeat(200)}`, false],
])('%s', (_what, text, expected) => {
  expect(holdsTooMuch(text)).toBe(expected)
})
