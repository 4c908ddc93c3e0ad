import { comparedWithEarlier, type ImportedRow, type ImportRemark, readImportRow } from '../../domain/customers/import-rules.ts'
import type { ImportReport } from '../../domain/customers/schemas.ts'
import type { Locale } from '../../domain/session/locales.ts'
import type { CustomerListFile } from './customer-list-file.ts'
import type { Ports } from './ports.ts'
import { sentence } from './words.ts'

const batchSize = 1_000
/** Rows that are judged between two turns. */
const judgedAtOnce = 100

type Outcome = 'created' | 'updated' | 'unchanged'

/** What is done with a batch of valid rows; answers in their order. `soFar` is the report before this batch. */
export type HandleBatch = (rows: readonly ImportedRow[], soFar: ImportReport, isLast: boolean) => Promise<readonly Outcome[]>

/** Tells how many of the file's rows are dealt with, and returns the report of all. */
export type ImportRun = AsyncGenerator<{ done: number; total: number }, ImportReport, void>

type Reading = { report: ImportReport; rows: ImportedRow[] }

/** Every row of the file, judged: those to keep, each id once, and a report that accounts for all others. */
export async function readRows({ header, rows }: CustomerListFile, locale: Locale, turn: Ports['turn']): Promise<Reading> {
  const report: ImportReport = { total: rows.length, created: 0, updated: 0, unchanged: 0, rejected: [], notices: [] }
  const remark = (line: number, { code, params }: ImportRemark) => ({ line, code, detail: sentence(code, locale, params) })
  const earlier = new Map<string, { line: number; row: ImportedRow }>()
  const kept: ImportedRow[] = []
  for (const [index, { line, cells }] of rows.entries()) {
    if (index % judgedAtOnce === 0) await turn()
    const outcome = readImportRow(cells, header)
    if ('rejected' in outcome) {
      report.rejected.push(remark(line, outcome.rejected))
      continue
    }
    const { row, notices } = outcome
    const first = earlier.get(row.id)
    const compared = comparedWithEarlier(row, first?.row)
    if (first && compared === 'contradicted') {
      report.rejected.push(remark(line, { code: 'import.contradicts_earlier_row', params: { line: first.line } }))
    } else if (first && compared === 'repeated') {
      report.unchanged += 1
      report.notices.push(remark(line, { code: 'import.repeated_row', params: { line: first.line } }))
    } else {
      earlier.set(row.id, { line, row })
      kept.push(row)
      report.notices.push(...notices.map((notice) => remark(line, notice)))
    }
  }
  return { report, rows: kept }
}

const counted = (report: ImportReport, outcomes: readonly Outcome[]): ImportReport => {
  const count = (outcome: Outcome) => report[outcome] + outcomes.filter((each) => each === outcome).length
  return { ...report, created: count('created'), updated: count('updated'), unchanged: count('unchanged') }
}

/** Batch after batch; what is done stays done when nobody waits for the rest. */
export async function* runImport({ report, rows }: Reading, handle: HandleBatch): ImportRun {
  const { total } = report
  const settled = total - rows.length
  let result = report
  yield { done: settled, total }
  for (let from = 0; from < rows.length; from += batchSize) {
    const batch = rows.slice(from, from + batchSize)
    const isLast = from + batchSize >= rows.length
    result = counted(result, await handle(batch, result, isLast))
    yield { done: settled + from + batch.length, total }
  }
  return result
}
