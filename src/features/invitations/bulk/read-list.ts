import { sha256 } from 'js-sha256'
import { bulkLimits } from '../../../../domain/bulk-invitations/outcomes.ts'
import { delimiterOf } from '../../../../domain/customers/import-header.ts'
import type { InvitationDraft } from '../../../../domain/invitations/schemas.ts'
import { type BulkCells, bulkColumns, cellsOf, type ColumnNames, headerOf } from './bulk-columns.ts'
import { draftOfRow, type RowContext, type RowProblem } from './row-draft.ts'

/** One row of the list; `line` is where it begins, from 1. Its key stays the same as long as its cells do. */
export type BulkRow = { line: number; key: string; cells: BulkCells; draft?: InvitationDraft; problem?: RowProblem }

/** Why a list cannot be divided into rows to judge. */
export type ListRefusal = { why: 'empty' } | { why: 'too_many'; count: number } | { why: 'malformed'; line: number }

type Line = { line: number; cells: string[] }

/** The parser comes when there is something to parse. */
async function linesOf(text: string): Promise<Line[] | ListRefusal> {
  const { CsvError, parse } = await import('csv-parse/browser/esm/sync')
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const found: Line[] = []
  let last = 0
  try {
    parse(plain, {
      delimiter: delimiterOf(plain.slice(0, plain.indexOf('\n') + 1 || undefined)),
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines }) => {
        last = lines
        const line = lines - cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
        if (cells.some((cell) => cell.trim() !== '')) found.push({ line, cells })
        return null
      },
    })
    return found
  } catch (error) {
    if (error instanceof CsvError) return { why: 'malformed', line: last + 1 }
    throw error
  }
}

/**
 * A row's key follows from its list and its cells alone, neither from its line nor from what holds for all rows: a row that was made is
 * known again after others were mended around it.
 */
function keyOf(listId: string, cells: BulkCells, before: number): string {
  return `${listId}:${sha256(JSON.stringify([listId, bulkColumns.map((column) => cells[column]), before])).slice(0, 40)}`
}

/** The rows of a pasted or chosen list: tab, semicolon or comma; with or without a header. */
export async function readList(
  { listId, text }: { listId: string; text: string },
  names: ColumnNames,
  context: RowContext,
): Promise<BulkRow[] | ListRefusal> {
  const lines = await linesOf(text)
  if ('why' in lines) return lines
  const header = lines[0] && headerOf(lines[0].cells, names)
  const rows = header ? lines.slice(1) : lines
  if (rows.length === 0) return { why: 'empty' }
  if (rows.length > bulkLimits.items) return { why: 'too_many', count: rows.length }
  const seen = new Map<string, number>()
  const columns = header ?? bulkColumns
  return rows.map(({ line, cells: row }): BulkRow => {
    const { cells, tooMany } = cellsOf(row, columns)
    const content = JSON.stringify(cells)
    const before = seen.get(content) ?? 0
    seen.set(content, before + 1)
    const key = keyOf(listId, cells, before)
    if (tooMany) return { line, key, cells, problem: { id: 'bulk.problem.cells', values: { columns: columns.length } } }
    return { line, key, cells, ...draftOfRow(cells, context) }
  })
}
