import { CsvError, parse } from 'csv-parse/browser/esm/sync'
import { delimiterOf, type ImportHeader, readHeader } from '../../domain/customers/import-header.ts'
import { importLimits } from '../../domain/customers/import-rules.ts'
import { ApiProblem } from './problem-response.ts'
import type { Params } from './words.ts'

/** One row of the file; `line` is where it begins, counting the file's lines from 1. */
type FileRow = { line: number; cells: string[] }

export type CustomerListFile = { header: ImportHeader; rows: FileRow[] }

/**
 * Reads a customer list: UTF-8, or UTF-16 with its mark; comma, semicolon or tab; any line end. Rows of blank cells count as none.
 * Throws a 422 for what is no such file, and says why.
 */
export function readCustomerListFile(bytes: ArrayBuffer): CustomerListFile {
  const text = textIn(new Uint8Array(bytes)).replaceAll(/\r\n?/g, '\n')
  const all = parsed(text).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [first, ...rows] = all
  if (!first) throw unusable('import.empty')
  const header = readHeader(first.cells)
  if ('missing' in header) throw unusable('import.missing_columns', { columns: header.missing.join(', ') })
  if (rows.length > importLimits.rows) throw unusable('import.too_many_rows', { limit: importLimits.rows })
  return { header, rows }
}

const unusable = (code: string, params?: Params) => new ApiProblem({ status: 422, code, params })

function textIn(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw unusable('import.not_text')
  }
}

const linesIn = (cell: string): number => cell.split('\n').length - 1

function parsed(text: string): FileRow[] {
  const rows: FileRow[] = []
  let lastLine = 0
  try {
    parse(text, {
      delimiter: delimiterOf(text.slice(0, text.indexOf('\n') + 1 || undefined)),
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      // Enough to tell that there are too many.
      to: importLimits.rows + 2,
      on_record: (cells, { lines }) => {
        lastLine = lines
        rows.push({ line: lines - cells.reduce((sum, cell) => sum + linesIn(cell), 0), cells })
        return null
      },
    })
    return rows
  } catch (error) {
    if (error instanceof CsvError) throw unusable('import.malformed', { line: lastLine + 1 })
    throw error
  }
}
