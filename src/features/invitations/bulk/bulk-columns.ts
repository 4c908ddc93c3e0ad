import { columnNamed, foldedName, type ImportColumn } from '../../../../domain/customers/import-column-names.ts'
import { headLines } from '../../../../domain/customers/import-header.ts'

/** The columns in the order of a list without a header. */
export const bulkColumns = [
  'companyName', 'domain', 'email', 'tenantId', 'country', 'language', 'reseller', 'includeDap', 'expiresInDays',
] as const
export type BulkColumn = (typeof bulkColumns)[number]

export type BulkCells = Record<BulkColumn, string>

/** Header names in every language, beside those of customer lists. */
const commonNames: Partial<Record<BulkColumn, readonly string[]>> = {
  email: [
    'Email', 'Email address', 'E-Mail-Adresse', '이메일', '이메일 주소', '전자 메일', '전자 메일 주소', 'Электронная почта', 'Эл. почта',
    'Адрес электронной почты', 'Endereço de email', 'Correio eletrônico', '电子邮件', '电子邮件地址', '邮箱', '邮箱地址',
  ],
  country: ['Country', 'Country or region'],
  language: ['Language'],
  reseller: ['Reseller', 'Indirect reseller', 'Through'],
  includeDap: ['Delegated admin', 'DAP'],
  expiresInDays: ['Days', 'Valid for days', 'Expires in days'],
}
const ofCustomerLists: Partial<Record<ImportColumn, BulkColumn>> = { id: 'tenantId', companyName: 'companyName', domain: 'domain' }

/** The page's column names, which a header may use too. */
export type ColumnNames = Record<BulkColumn, string>

function columnIn(cell: string, names: ColumnNames): BulkColumn | undefined {
  const name = foldedName(cell)
  if (name === '') return undefined
  const isOf = (column: BulkColumn) => [names[column], ...(commonNames[column] ?? [])].some((each) => foldedName(each) === name)
  const own = bulkColumns.find(isOf)
  const ofList = columnNamed(cell)?.column
  return own ?? (ofList && ofCustomerLists[ofList])
}

const written = (cells: readonly string[]): string[] => cells.filter((cell) => cell.trim() !== '')

/** Finds a header's columns by position; undefined for a customer's row. */
function headerOf(cells: readonly string[], names: ColumnNames): (BulkColumn | undefined)[] | undefined {
  const columns = cells.map((cell) => columnIn(cell, names))
  return columns.filter(Boolean).length * 2 > written(cells).length ? columns : undefined
}

const ofPrograms = /^\s*(?:sep=|#TYPE )/i

/**
 * Finds where customers begin, and the columns if a header names them. One-cell titles may precede a header of several columns, and
 * programs' lines any header; customers may not.
 */
export function startOf(
  rows: readonly { cells: readonly string[] }[], names: ColumnNames,
): { from: number; header?: (BulkColumn | undefined)[] } {
  const first = rows.findIndex(({ cells }) => !ofPrograms.test(cells[0] ?? ''))
  for (const [index, { cells }] of rows.slice(0, headLines.header).entries()) {
    const header = headerOf(cells, names)
    if (header && (index <= first || header.filter(Boolean).length > 1)) return { from: index + 1, header }
    if (written(cells).length > 1 && index >= first) break
  }
  return { from: Math.max(first, 0) }
}

/** Maps a row's cells to columns, and counts extra ones. */
export function cellsOf(row: readonly string[], columns: readonly (BulkColumn | undefined)[]): { cells: BulkCells; tooMany: boolean } {
  const cells = Object.fromEntries(bulkColumns.map((column) => [column, ''])) as BulkCells
  for (const [position, column] of columns.entries()) if (column) cells[column] = row[position]?.trim() ?? ''
  return { cells, tooMany: row.slice(columns.length).some((cell) => cell.trim() !== '') }
}
