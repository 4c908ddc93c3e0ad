import { expect, it } from 'vitest'
import { effectOf } from './import-report.ts'
import type { ImportReport } from './schemas.ts'

const told = { line: 2, lastLine: 3, code: 'import.bad_id', detail: '' }

it.each([
  ['new rows', { created: 1 }, 'changes'],
  ['changed rows beside rejected ones', { updated: 1, rejected: [told] }, 'changes'],
  ['rows that are here already', { unchanged: 1 }, 'nothing_new'],
  ['rows that are here already beside rejected ones', { unchanged: 1, rejected: [told] }, 'nothing_new'],
  ['rejected rows alone', { rejected: [told] }, 'none_taken'],
  ['lines that are not read alone', { total: 0, ranges: [told] }, 'none_taken'],
  ['a header alone', { total: 0 }, 'no_rows'],
] satisfies [string, Partial<ImportReport>, string][])('%s → %s', (_what, part, expected) => {
  expect(effectOf({ total: 1, created: 0, updated: 0, unchanged: 0, ranges: [], ...part })).toBe(expected)
})
