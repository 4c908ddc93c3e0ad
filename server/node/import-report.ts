import { linesNotRead } from '../../domain/customers/import-report.ts'
import type { ImportReport } from '../../domain/customers/schemas.ts'

/** One line a row, or a range of lines, that needs a person's eye, in the file's order. */
export function importReportLines({ rejected, ranges, notices }: ImportReport): string[] {
  const rows = [
    ...rejected.map((row) => ({ ...row, what: 'rejected' })), ...ranges.map((row) => ({ ...row, what: 'not read' })),
    ...notices.map((row) => ({ ...row, what: 'note' })),
  ]
  rows.sort((one, other) => one.line - other.line)
  return rows.map(({ line, lastLine, what, code, detail }) => {
    const where = lastLine > line ? `lines ${line} to ${lastLine}` : `line ${line}`
    return `  ${where}, ${what}: ${detail} (${code})`
  })
}

export function summaryLine(report: ImportReport, when: 'expected' | 'done'): string {
  const { total, created, updated, unchanged, rejected, lines } = report
  const would = when === 'expected' ? 'would be ' : ''
  const counts = [
    `${created} ${would}created`, `${updated} ${would}updated`, `${unchanged} unchanged`, `${rejected.length} ${would}rejected`,
  ]
  const notRead = linesNotRead(report)
  return [
    `${total} rows: ${counts.join(', ')}`, ...(notRead > 0 ? [`${notRead} lines not read`] : []),
    ...(lines.blank > 0 ? [`${lines.blank} blank`] : []),
  ].join('; ')
}
