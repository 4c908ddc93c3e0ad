import { linesNotRead } from '../../../domain/customers/import-report.ts'
import { importColumns, keyOfColumn } from '../../../domain/customers/import-column-names.ts'
import type { ImportReport } from '../../../domain/customers/schemas.ts'
import type { Problem } from '../../../domain/problem.ts'

/** Writes one line per row or range that a person must check, in the file's order. */
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

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

export function summaryLine(report: ImportReport, when: 'expected' | 'done'): string {
  const { total, created, updated, unchanged, rejected, lines } = report
  const would = when === 'expected' ? 'would be ' : ''
  const counts = [
    `${created} ${would}created`, `${updated} ${would}updated`, `${unchanged} unchanged`, `${rejected.length} ${would}rejected`,
  ]
  const notRead = linesNotRead(report)
  return [
    `${counted(total, 'row')}: ${counts.join(', ')}`, ...(notRead > 0 ? [`${counted(notRead, 'line')} not read`] : []),
    ...(lines.blank > 0 ? [`${lines.blank} blank`] : []),
  ].join('; ')
}

/** Lists what is wrong with flags: the API names query parameters with a question mark. */
export const errorLines = ({ errors = [] }: Pick<Problem, 'errors'>): string[] =>
  errors.map(({ pointer, detail }) => `  ${pointer.replace(/^\?/, '--')}: ${detail}`)

/** Writes the command's questions, with samples and the flag that answers. */
export function questionLines({ list }: Pick<Problem, 'list'>): string[] {
  const { encodings = [], columns } = list ?? {}
  const readings = encodings.flatMap(({ encoding, names }) => [`  --encoding ${encoding}`, ...names.map((name) => `      ${name}`)])
  if (readings.length > 0) return ['The names, by encoding; run it again with the flag of the one that is right:', ...readings]
  if (!columns) return []
  const width = Math.max(columns.header?.length ?? 0, ...columns.rows.map((row) => row.length))
  const cells = Array.from({ length: width }, (_, index) => {
    const under = columns.rows.map((row) => row[index] ?? '').join(' | ')
    return `  ${index + 1} ${columns.header?.[index] ?? ''}: ${under}`
  })
  const flag = importColumns.map((column) => `${keyOfColumn[column]}=${columns.found[column] ?? '?'}`).join(',')
  return [
    columns.header ? 'The columns, with the first rows:' : 'The columns, which nothing names, with the first rows:', ...cells,
    `Say which is which, by position or by name: --columns ${flag}`,
  ]
}
