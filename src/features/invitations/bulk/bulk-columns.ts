/** What a row of the list may say, in the order of a list without a header. */
export const bulkColumns = [
  'companyName', 'domain', 'email', 'tenantId', 'country', 'language', 'reseller', 'includeDap', 'expiresInDays',
] as const
export type BulkColumn = (typeof bulkColumns)[number]

export type BulkCells = Record<BulkColumn, string>

/** English names that a header may use in every language of the page. */
const englishNames: Record<BulkColumn, readonly string[]> = {
  companyName: ['company name', 'company', 'customer', 'customer name'],
  domain: ['domain', 'primary domain name', 'primary domain'],
  email: ['e-mail address', 'email', 'e-mail', 'email address'],
  tenantId: ['tenant id', 'microsoft id', 'customer id'],
  country: ['country', 'country or region'],
  language: ['language'],
  reseller: ['reseller', 'indirect reseller', 'through'],
  includeDap: ['delegated admin', 'dap'],
  expiresInDays: ['days', 'valid for days', 'expires in days'],
}

/** What the columns are called on this page, by which a header may name them, too. */
export type ColumnNames = Record<BulkColumn, string>

const folded = (text: string): string => text.trim().normalize('NFC').toLowerCase()

/** The columns that the first row names, by position; undefined when that row is a customer already. */
export function headerOf(cells: readonly string[], names: ColumnNames): (BulkColumn | undefined)[] | undefined {
  const columns = cells.map((cell) =>
    bulkColumns.find((column) => folded(names[column]) === folded(cell) || englishNames[column].includes(folded(cell))),
  )
  const written = cells.filter((cell) => cell.trim() !== '').length
  return columns.filter(Boolean).length * 2 > written ? columns : undefined
}

/** A row's cells by what they are, and how many more there are than columns. */
export function cellsOf(row: readonly string[], columns: readonly (BulkColumn | undefined)[]): { cells: BulkCells; tooMany: boolean } {
  const cells = Object.fromEntries(bulkColumns.map((column) => [column, ''])) as BulkCells
  for (const [position, column] of columns.entries()) if (column) cells[column] = row[position]?.trim() ?? ''
  return { cells, tooMany: row.slice(columns.length).some((cell) => cell.trim() !== '') }
}
