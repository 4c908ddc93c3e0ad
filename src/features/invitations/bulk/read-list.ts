import { sha256 } from 'js-sha256'
import { bulkLimits } from '../../../../domain/bulk-invitations/outcomes.ts'
import { delimitersFor, headLines } from '../../../../domain/customers/import-header.ts'
import { isBlank, isSeveralRows, type ListRow, rowDivider } from '../../../../domain/customers/list-rows.ts'
import type { InvitationDraft } from '../../../../domain/invitations/schemas.ts'
import { type BulkCells, type BulkColumn, bulkColumns, cellsOf, type ColumnNames, startOf } from './bulk-columns.ts'
import { draftOfRow, type RowContext, type RowProblem } from './row-draft.ts'

/** One row of the list; `line` is where it begins, from 1. Its key depends on its cells. */
export type BulkRow = { line: number; key: string; cells: BulkCells; draft?: InvitationDraft; problem?: RowProblem }

/** Why a list cannot be split into rows. */
export type ListRefusal = { why: 'empty' } | { why: 'too_many'; count: number } | { why: 'malformed'; line: number }

const firstLines = (text: string): string => text.trimStart().split('\n', headLines.looked).join('\n')

function linesOf(text: string): ListRow[] | ListRefusal {
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const divider = rowDivider(delimitersFor(firstLines(plain))[0] ?? ',')
  const found = [...divider.take(plain), ...divider.end()].filter((row) => !isBlank(row))
  const open = found.find(({ quote }) => quote === 'open')
  return open ? { why: 'malformed', line: open.lastLine } : found
}

/** Rows may be short, so a cell of several lines with a separator may be several rows; only names have line breaks. */
const isSeveral = (row: ListRow, columns: readonly (BulkColumn | undefined)[]): boolean =>
  isSeveralRows(row, { most: columns.length, least: 1 }) ||
  row.cells.some((cell, index) => columns[index] && columns[index] !== 'companyName' && cell.trim().includes('\n'))

const firstLine = (cell: string): string => cell.slice(0, cell.includes('\n') ? cell.indexOf('\n') : undefined)

/** A row's key follows from list and cells, not from line or settings: a made row is recognised after others were corrected. */
function keyOf(listId: string, cells: BulkCells, before: number): string {
  return `${listId}:${sha256(JSON.stringify([listId, bulkColumns.map((column) => cells[column]), before])).slice(0, 40)}`
}

/** Reads a pasted or chosen list: tab, semicolon or comma, with or without a header. */
export function readList(
  { listId, text }: { listId: string; text: string }, names: ColumnNames, context: RowContext,
): BulkRow[] | ListRefusal {
  const lines = linesOf(text)
  if ('why' in lines) return lines
  const { from, header } = startOf(lines, names)
  const named = header && lines[from - 1]
  const rows = lines.slice(named && isSeveral(named, header) ? from - 1 : from)
  if (rows.length === 0) return { why: 'empty' }
  if (rows.length > bulkLimits.items) return { why: 'too_many', count: rows.length }
  const seen = new Map<string, number>()
  const columns = header ?? bulkColumns
  return rows.map((row): BulkRow => {
    const { line, lastLine } = row
    const several = isSeveral(row, columns)
    const { cells, tooMany } = cellsOf(several ? row.cells.map(firstLine) : row.cells, columns)
    const content = JSON.stringify(cells)
    const before = seen.get(content) ?? 0
    seen.set(content, before + 1)
    const key = keyOf(listId, cells, before)
    if (several) return { line, key, cells, problem: { id: 'bulk.problem.several_rows', values: { line, lastLine } } }
    if (tooMany) return { line, key, cells, problem: { id: 'bulk.problem.cells', values: { columns: columns.length } } }
    return { line, key, cells, ...draftOfRow(cells, context) }
  })
}
