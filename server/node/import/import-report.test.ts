import { expect, it } from 'vitest'
import { errorLines, importReportLines, summaryLine } from './import-report.ts'

const remark = (line: number, lastLine: number, code: string) => ({ line, lastLine, code, detail: `Why ${code}.` })
const report = {
  total: 4, created: 1, updated: 0, unchanged: 1, rejected: [remark(9, 10, 'import.bad_id'), remark(12, 12, 'import.bad_id')],
  ranges: [remark(2, 4, 'import.quote_over_rows'), remark(7, 7, 'import.quote_never_closed')],
  notices: [remark(5, 5, 'import.padding_removed')], lines: { total: 12, header: 1, blank: 2 },
}

it('names rows and ranges of lines in the order of the file', () => {
  expect(importReportLines(report)).toEqual([
    '  lines 2 to 4, not read: Why import.quote_over_rows. (import.quote_over_rows)',
    '  line 5, note: Why import.padding_removed. (import.padding_removed)',
    '  line 7, not read: Why import.quote_never_closed. (import.quote_never_closed)',
    '  lines 9 to 10, rejected: Why import.bad_id. (import.bad_id)',
    '  line 12, rejected: Why import.bad_id. (import.bad_id)',
  ])
})

it('counts what was not read', () => {
  expect(summaryLine(report, 'done')).toBe('4 rows: 1 created, 0 updated, 1 unchanged, 2 rejected; 4 lines not read; 2 blank')
  expect(summaryLine({ ...report, ranges: [], lines: { total: 5, header: 1, blank: 0 } }, 'expected'))
    .toBe('4 rows: 1 would be created, 0 would be updated, 1 unchanged, 2 would be rejected')
})

it('counts one in the singular', () => {
  const one = { ...report, total: 1, unchanged: 0, rejected: [], ranges: [remark(3, 3, 'import.quote_never_closed')] }
  expect(summaryLine(one, 'done')).toBe('1 row: 1 created, 0 updated, 0 unchanged, 0 rejected; 1 line not read; 2 blank')
})

it('names the flag whose value does not fit', () => {
  const errors = [{ pointer: '?encoding', code: 'field.not_one_of', detail: 'Choose one of: windows-1252, euc-kr.' }]
  expect(errorLines({ errors })).toEqual(['  --encoding: Choose one of: windows-1252, euc-kr.'])
})
