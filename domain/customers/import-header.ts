/** The columns of Partner Center's customer-list export (BR-104); every name that a file may give them, lower case. */
const names = {
  id: ['microsoft id', 'tenant id', 'customer id'],
  companyName: ['company name', 'customer name'],
  domain: ['primary domain name', 'primary domain', 'domain'],
  relationship: ['relationship'],
} as const

type ImportColumn = keyof typeof names

/** Where each column stands in a row, counting from 0, and how many cells the header has. */
export type ImportHeader = { columns: Record<ImportColumn, number>; width: number }

/** What each column is called in Partner Center, for telling a person which one is missing. */
const columnTitles: Record<ImportColumn, string> = {
  id: 'Microsoft ID',
  companyName: 'Company name',
  domain: 'Primary domain name',
  relationship: 'Relationship',
}

export const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

/** The delimiter that cuts a header line into most cells; a comma when none does. Quoted text is not looked into. */
export function delimiterOf(headerLine: string): Delimiter {
  const unquoted = headerLine.replaceAll(/"[^"]*"/g, '')
  const counted = delimiters.map((delimiter) => ({ delimiter, cells: unquoted.split(delimiter).length }))
  return counted.reduce((best, next) => (next.cells > best.cells ? next : best)).delimiter
}

/** The header's columns in any order and case, beside others that are not read; or the titles of those that are missing. */
export function readHeader(cells: readonly string[]): ImportHeader | { missing: string[] } {
  const found = cells.map((cell) => cell.trim().toLowerCase())
  const position = (column: ImportColumn) => found.findIndex((cell) => (names[column] as readonly string[]).includes(cell))
  const columns = {
    id: position('id'),
    companyName: position('companyName'),
    domain: position('domain'),
    relationship: position('relationship'),
  }
  const missing = (Object.keys(columns) as ImportColumn[]).filter((column) => columns[column] < 0)
  return missing.length > 0 ? { missing: missing.map((column) => columnTitles[column]) } : { columns, width: cells.length }
}
