import {
  comparedWithEarlier, type ImportedRow, type ImportRemark, readImportRow, whyNoRow,
} from '../../../../domain/customers/import-rules.ts'
import type { ImportReport } from '../../../../domain/customers/schemas.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import type { ImportOutcome } from '../../../store/customers/import.ts'
import type { CustomerListFile } from './list-file.ts'
import type { Ports } from '../../ports.ts'
import { sentence } from '../../words/words.ts'

const batchSize = 1_000
const judgedAtOnce = 100

/** `refused`: the tenant cannot be a customer of the importer. */
type Outcome = ImportOutcome | 'refused'

/** Handles a batch of valid rows and returns their outcomes in order. `soFar` counts the file's rows, and those rejected before it. */
export type HandleBatch = (
  rows: readonly ImportedRow[], soFar: { total: number; rejected: number }, isLast: boolean,
) => Promise<readonly Outcome[]>

/** Yields progress and returns the report. */
export type ImportRun = AsyncGenerator<{ done: number; total: number }, ImportReport, void>

type Lines = { line: number; lastLine: number }
type Kept = Lines & { row: ImportedRow }
type Reading = { report: ImportReport; rows: Kept[] }

const remarked = ({ line, lastLine }: Lines, { code, params }: ImportRemark, locale: Locale) => ({
  line, lastLine, code, detail: sentence(code, locale, params),
})

/** Judges every row of the file: the ones to keep, each id once, and a report on all other lines. */
export async function readRows(file: CustomerListFile, locale: Locale, turn: Ports['turn']): Promise<Reading> {
  const report: Omit<ImportReport, 'lines'> = { total: 0, created: 0, updated: 0, unchanged: 0, rejected: [], ranges: [], notices: [] }
  const remark = (lines: Lines, said: ImportRemark) => remarked(lines, said, locale)
  if (file.remark) report.notices.push(remark({ line: 1, lastLine: 1 }, file.remark))
  const earlier = new Map<string, Kept>()
  const kept: Kept[] = []
  for await (const read of file.rows) {
    if ((report.total + report.ranges.length) % judgedAtOnce === 0) await turn()
    const range = whyNoRow(read, file.header)
    if (range) {
      report.ranges.push(remark(read, range))
      continue
    }
    report.total += 1
    const outcome = readImportRow(read.cells, file.header)
    if ('rejected' in outcome) {
      report.rejected.push(remark(read, outcome.rejected))
      continue
    }
    const { row, notices } = outcome
    const first = earlier.get(row.id)
    const compared = comparedWithEarlier(row, first?.row)
    if (first && compared === 'contradicted') {
      report.rejected.push(remark(read, { code: 'import.contradicts_earlier_row', params: { line: first.line } }))
    } else if (first && compared === 'repeated') {
      report.unchanged += 1
      report.notices.push(remark(read, { code: 'import.repeated_row', params: { line: first.line } }))
    } else {
      const taken = { line: read.line, lastLine: read.lastLine, row }
      earlier.set(row.id, taken)
      kept.push(taken)
      report.notices.push(...notices.map((notice) => remark(read, notice)))
    }
  }
  return { report: { ...report, lines: { ...file.lines, header: file.headerLines } }, rows: kept }
}

function counted(report: ImportReport, batch: readonly Kept[], outcomes: readonly Outcome[], locale: Locale): ImportReport {
  const count = (done: 'created' | 'updated' | 'unchanged') =>
    report[done] + outcomes.filter((each) => each === done || each === `${done}_but_relation`).length
  const refused = batch.filter((_, position) => outcomes[position] === 'refused')
  const rejected = report.rejected.concat(refused.map((lines) => remarked(lines, { code: 'import.cannot_be_yours' }, locale)))
  const kept = batch.filter((_, position) => outcomes[position]?.endsWith('_but_relation'))
  const notices = report.notices.concat(kept.map((lines) => remarked(lines, { code: 'import.relation_kept' }, locale)))
  return { ...report, created: count('created'), updated: count('updated'), unchanged: count('unchanged'), rejected, notices }
}

/** Imports in batches; finished batches stay when the caller leaves. */
export async function* runImport({ report, rows }: Reading, handle: HandleBatch, locale: Locale): ImportRun {
  const { total } = report
  const settled = total - rows.length
  let result = report
  yield { done: settled, total }
  for (let from = 0; from < rows.length; from += batchSize) {
    const batch = rows.slice(from, from + batchSize)
    const isLast = from + batchSize >= rows.length
    const soFar = { total, rejected: result.rejected.length }
    result = counted(result, batch, await handle(batch.map(({ row }) => row), soFar, isLast), locale)
    yield { done: settled + from + batch.length, total }
  }
  const byLine = (a: { line: number }, b: { line: number }) => a.line - b.line
  return { ...result, rejected: result.rejected.toSorted(byLine), notices: result.notices.toSorted(byLine) }
}
