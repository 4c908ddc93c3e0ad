import type { ColumnChoice } from './import-column-choice.ts'
import { columnNamed, foldedName, type ImportColumn, importColumns } from './import-column-names.ts'
import { normalizeTenantId } from './tenant-id.ts'

/** Each column's position in a row, from 0, and the header's number of cells. */
export type ImportHeader = { columns: Record<ImportColumn, number>; width: number }

/** A row of the file; `line` is where it begins, from 1. */
export type HeadRow = { line: number; cells: readonly string[] }

/** `isNamed` is false where no header names the columns and customers begin in the first row. */
export type ListHead = { header: ImportHeader; line: number; isNamed: boolean }

/** What a person needs to say which column is which: the row most like a header, if any, and the rows after it. */
export type UnknownHead = { missing: ImportColumn[]; found: FoundColumns; names: HeadRow | undefined; rows: HeadRow[] }

type FoundColumns = Partial<Record<ImportColumn, number>>

/** The header is looked for in the first 20 lines; 30 are shown. */
export const headLines = { header: 20, looked: 30 } as const

export const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

/** Returns the delimiter that cuts a text into most cells, a comma by default. Ignores quoted text. */
export function delimiterOf(text: string): Delimiter {
  const unquoted = text.replaceAll(/"[^"]*"/g, '')
  const counted = delimiters.map((delimiter) => ({ delimiter, cells: unquoted.split(delimiter).length }))
  return counted.reduce((best, next) => (next.cells > best.cells ? next : best)).delimiter
}

const sepLine = /^\s*"?sep=([,;\t])"?[ ,;\t]*(?:\r|\n|$)/i

/** Orders the delimiters, the likeliest first: Excel's `sep=`, or the one that cuts the file's first lines into most cells. */
export function delimitersFor(head: string): Delimiter[] {
  const likeliest = (sepLine.exec(head)?.[1] as Delimiter | undefined) ?? delimiterOf(head)
  return [likeliest, ...delimiters.filter((each) => each !== likeliest)]
}

const isTenant = (cell: string | undefined): boolean => cell !== undefined && normalizeTenantId(cell) !== undefined

const written = ({ cells }: HeadRow): number => cells.filter((cell) => cell.trim() !== '').length

/** Finds the columns that a row names, by choice or by name; of several ids the one that holds tenant ids. */
function columnsIn({ cells }: HeadRow, under: readonly HeadRow[], choice: ColumnChoice): FoundColumns {
  const found: FoundColumns = {}
  const taken = new Set<number>()
  const take = (column: ImportColumn, position: number) => {
    if (position < 0 || position >= cells.length || taken.has(position)) return
    found[column] = position
    taken.add(position)
  }
  for (const column of importColumns) {
    const said = choice[column]
    if (said !== undefined)
      take(column, typeof said === 'number' ? said : cells.findIndex((cell) => foldedName(cell) === foldedName(said)))
  }
  const named = cells.map(columnNamed)
  const tenantsIn = (position: number) => under.filter((row) => isTenant(row.cells[position])).length
  for (const column of importColumns) {
    if (choice[column] !== undefined) continue
    const candidates = [...named.keys()].filter((position) => named[position]?.column === column && !taken.has(position))
    const rank = (position: number) => named[position]?.rank ?? 0
    const better = (one: number, other: number) => (column === 'id' ? tenantsIn(other) - tenantsIn(one) : 0) || rank(one) - rank(other)
    const [best] = candidates.toSorted(better)
    if (best !== undefined) take(column, best)
  }
  return found
}

const isWhole = (found: FoundColumns): found is Record<ImportColumn, number> =>
  importColumns.every((column) => found[column] !== undefined)

/** Finds the row that names most columns, or has most of its cells filled. */
function likelyNames(before: readonly HeadRow[], rows: readonly HeadRow[], choice: ColumnChoice): HeadRow | undefined {
  const namedIn = (row: HeadRow) => Object.keys(columnsIn(row, [], choice)).length
  const byNames = before.filter(({ cells }) => cells.some(columnNamed)).toSorted((one, other) => namedIn(other) - namedIn(one))[0]
  const most = Math.max(...rows.map(written))
  return byNames ?? before.find((row) => written(row) * 2 > most)
}

/**
 * BR-104: finds the header among the first rows; columns come in any order, beside others that are ignored. Where no row names every
 * column, `choice` says where they are; without it the result says what to ask.
 */
export function findHeader(rows: readonly HeadRow[], choice: ColumnChoice = {}): ListHead | UnknownHead {
  const firstTenant = rows.findIndex(({ cells }) => cells.some(isTenant))
  const before = rows.slice(0, firstTenant < 0 ? undefined : firstTenant).filter(({ line }) => line <= headLines.header)
  const under = (row: HeadRow) => rows.slice(rows.indexOf(row) + 1)
  const byPositions = importColumns.every((column) => typeof choice[column] === 'number')
  for (const row of byPositions ? [] : before) {
    const columns = columnsIn(row, under(row), choice)
    if (isWhole(columns)) return { header: { columns, width: row.cells.length }, line: row.line, isNamed: true }
  }
  const names = likelyNames(before, rows, choice)
  const from = names ? under(names) : rows.slice(Math.max(firstTenant, 0))
  const widest = names ?? from[0]
  const found = widest ? columnsIn(widest, from, choice) : {}
  if (widest && byPositions && isWhole(found))
    return { header: { columns: found, width: widest.cells.length }, line: widest.line, isNamed: names !== undefined }
  return { missing: importColumns.filter((column) => found[column] === undefined), found, names, rows: from }
}
