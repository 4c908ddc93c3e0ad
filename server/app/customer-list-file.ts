import { CsvError, parse } from 'csv-parse/browser/esm'
import { delimiterOf, type ImportHeader, readHeader } from '../../domain/customers/import-header.ts'
import { importLimits } from '../../domain/customers/import-rules.ts'
import type { Ports } from './ports.ts'
import { ApiProblem } from './problem-response.ts'
import type { Params } from './words.ts'

/** One row of the file; `line` is where it begins, counting the file's lines from 1. */
type FileRow = { line: number; cells: string[] }

export type CustomerListFile = { header: ImportHeader; rows: FileRow[] }

/** Bytes between two turns: a few milliseconds of parsing, whatever they are. */
const sliceSize = 32 * 1024
/** Characters of one row; more is no row, whose quote was never closed perhaps. */
const longestRow = 1024 * 1024

/**
 * Reads a customer list: UTF-8, or UTF-16 with its mark; comma, semicolon or tab; any line end. Rows of blank cells count as none.
 * Throws a 422 for what is no such file, and says why. Everything else has its turn again and again meanwhile.
 */
export async function readCustomerListFile(bytes: ArrayBuffer, turn: Ports['turn']): Promise<CustomerListFile> {
  const [first, ...rows] = await parsed(await textIn(new Uint8Array(bytes), turn), turn)
  if (!first) throw unusable('import.empty')
  const header = readHeader(first.cells)
  if ('missing' in header) throw unusable('import.missing_columns', { columns: header.missing.join(', ') })
  if (rows.length > importLimits.rows) throw unusable('import.too_many_rows', { limit: importLimits.rows })
  return { header, rows }
}

const unusable = (code: string, params?: Params) => new ApiProblem({ status: 422, code, params })

/** The text in slices, every line end a line feed. */
async function textIn(bytes: Uint8Array, turn: Ports['turn']): Promise<string[]> {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  const decoder = new TextDecoder(encoding, { fatal: true })
  const slices: string[] = []
  let heldBack = ''
  for (let from = 0; from < bytes.length; from += sliceSize) {
    const text = heldBack + decoded(decoder, bytes.subarray(from, from + sliceSize), from + sliceSize < bytes.length)
    heldBack = text.endsWith('\r') && from + sliceSize < bytes.length ? '\r' : ''
    slices.push(text.slice(0, text.length - heldBack.length).replaceAll(/\r\n?/g, '\n'))
    await turn()
  }
  return slices
}

function decoded(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream })
  } catch {
    throw unusable('import.not_text')
  }
}

const linesIn = (cell: string): number => cell.split('\n').length - 1

/** Rows that are not blank, not more than enough to tell that there are too many. */
async function parsed(slices: readonly string[], turn: Ports['turn']): Promise<FileRow[]> {
  const rows: FileRow[] = []
  let lastLine = 0
  const beginning = slices[0] ?? ''
  // The library fails on no text at all.
  if (beginning === '') return rows
  const parser = parse({
    delimiter: delimiterOf(beginning.slice(0, beginning.indexOf('\n') + 1 || undefined)),
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    on_record: (cells: string[], { lines }) => {
      lastLine = lines
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: lines - cells.reduce((sum, cell) => sum + linesIn(cell), 0), cells })
      return null
    },
  })
  const failed = new Promise<never>((_, reject) => { parser.once('error', reject) })
  try {
    for (const slice of slices) {
      await Promise.race([failed, new Promise((done) => { parser.write(slice, done) })])
      if (rows.length > importLimits.rows + 1) return rows
      await turn()
    }
    await Promise.race([failed, new Promise((done) => { parser.end(done) })])
    return rows
  } catch (error) {
    if (error instanceof CsvError) throw unusable('import.malformed', { line: lastLine + 1 })
    throw error
  }
}
