import type { ImportReport } from '../../domain/customers/schemas.ts'

/** One line a row that needs a person's eye, in the file's order. */
export function importReportLines({ rejected, notices }: ImportReport): string[] {
  const rows = [...rejected.map((row) => ({ ...row, what: 'rejected' })), ...notices.map((row) => ({ ...row, what: 'note' }))]
  rows.sort((one, other) => one.line - other.line)
  return rows.map(({ line, what, code, detail }) => `  line ${line}, ${what}: ${detail} (${code})`)
}

export function summaryLine({ total, created, updated, unchanged, rejected }: ImportReport, when: 'expected' | 'done'): string {
  const would = when === 'expected' ? 'would be ' : ''
  const counts = [
    `${created} ${would}created`, `${updated} ${would}updated`, `${unchanged} unchanged`, `${rejected.length} ${would}rejected`,
  ]
  return `${total} rows: ${counts.join(', ')}`
}
