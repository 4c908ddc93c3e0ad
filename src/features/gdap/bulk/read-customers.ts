import { gdapBulkLimits } from '../../../../domain/bulk-relationships/outcomes.ts'
import { cleanLine } from '../../../../domain/words-of-others/cleaned.ts'
import { readDomain } from '../../../../domain/words-of-others/domain-name.ts'

/** A customer as a row of the list names it; `line` counts from 1. */
export type Entry = { line: number; given: string; by: 'tenant' | 'domain' | 'name'; values: readonly string[] }

/** Why a list is not looked up. */
export type ListRefusal = { why: 'empty' } | { why: 'too_many'; count: number }

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
/** A name such as A.B is no domain. */
const topLevel = /\.[^.]{2,}$/
/** English header names of exported lists, which no customer is called. */
const headers = [
  'microsoft id', 'tenant id', 'customer id', 'customer tenant id', 'company name', 'customer name', 'customer', 'company', 'name',
  'domain',
  'primary domain', 'primary domain name', 'relationship',
]

/** Splits at tab, semicolon or comma; quoted text is one cell. */
const cellsOf = (line: string): string[] =>
  (line.match(/"(?:[^"]|"")*"|[^\t;,"]+/g) ?? [])
    .map((cell) => cell.trim())
    .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"').trim() : cell))
    .filter(Boolean)

/** A row names its customer by tenant id, else domain, else name; the whole line first, since names have commas. */
function entryOf(text: string, line: number): Entry {
  const given = text.trim()
  const cells = cellsOf(given)
  const tenant = cells.map(cleanLine).find((cell) => uuid.test(cell))
  if (tenant !== undefined) return { line, given, by: 'tenant', values: [tenant.toLowerCase()] }
  const named = cells.map(readDomain).find((domain) => domain !== undefined && topLevel.test(domain))
  if (named !== undefined) return { line, given, by: 'domain', values: [named] }
  return { line, given, by: 'name', values: [...new Set([given, ...cells.slice(0, 1)])] }
}

/** Reads a pasted list, one customer per line, or an exported list with a header. */
export function readCustomers(text: string): Entry[] | ListRefusal {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const entries = lines.map((line, position) => entryOf(line, position + 1)).filter(({ given }) => given !== '')
  const [first] = entries
  const isHeader = first !== undefined && first.by === 'name' && cellsOf(first.given).every((cell) => headers.includes(cell.toLowerCase()))
  const customers = isHeader ? entries.slice(1) : entries
  if (customers.length === 0) return { why: 'empty' }
  return customers.length > gdapBulkLimits.items ? { why: 'too_many', count: customers.length } : customers
}
