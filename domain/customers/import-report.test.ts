import { expect, it } from 'vitest'
import { effectOf } from './import-report.ts'

const told = { line: 2, lastLine: 3, code: 'import.bad_id', detail: '' }

it.each([
  ['new rows', { created: 1 }, 'changes'],
  ['changed rows beside rejected ones', { updated: 1, rejected: [told] }, 'changes'],
  ['rows that are here already', { unchanged: 1 }, 'nothing_new'],
  ['rows that are here already beside rejected ones', { unchanged: 1, rejected: [told] }, 'nothing_new'],
  ['rejected rows alone', { rejected: [told] }, 'none_taken'],
  ['lines that are not read alone', { ranges: [told] }, 'none_taken'],
] as const)('%s → %s', (_what, part, expected) => {
  expect(effectOf({ created: 0, updated: 0, unchanged: 0, ...part })).toBe(expected)
})
