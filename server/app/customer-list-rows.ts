import { CsvError, parse } from 'csv-parse/browser/esm'
import { type Delimiter, delimiterOf } from '../../domain/customers/import-header.ts'
import { importLimits } from '../../domain/customers/import-rules.ts'
import { ApiProblem } from './problem-response.ts'
import type { Params } from './words.ts'

/** One row of the file; `line` is where it begins, counting the file's lines from 1. */
export type FileRow = { line: number; cells: string[] }

/** Characters of one row, about; more is no row, whose quote was never closed perhaps. */
const longestRow = 64 * 1024

export const unusable = (code: string, params?: Params) => new ApiProblem({ status: 422, code, params })

/** Rows that are not blank, the header first, whose line the first text holds whole. Throws at the first row that is more than there may be. */
export async function* rowsIn(texts: AsyncIterable<string>): AsyncGenerator<FileRow, void, void> {
  let parser: ReturnType<typeof rowParser> | undefined
  let count = 0
  for await (const text of texts) {
    parser ??= rowParser(delimiterOf(text.slice(0, text.indexOf('\n') + 1 || undefined)))
    for (const row of await parser.take(text)) {
      if (count > importLimits.rows) throw unusable('import.too_many_rows', { limit: importLimits.rows })
      count += 1
      yield row
    }
  }
  if (!parser) return
  const last = await parser.end()
  if (count + last.length > importLimits.rows + 1) throw unusable('import.too_many_rows', { limit: importLimits.rows })
  yield* last
}

const linesIn = (cell: string): number => cell.split('\n').length - 1

/** Each piece of text yields the rows that end in it. */
function rowParser(delimiter: Delimiter) {
  const rows: FileRow[] = []
  let lastLine = 0
  let [ended, unended] = [0, 0]
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record: (cells: string[], { lines }) => {
      lastLine = lines
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: lines - cells.reduce((sum, cell) => sum + linesIn(cell), 0), cells })
      return null
    },
  })
  const failed = new Promise<never>((_, reject) => { parser.once('error', reject) })
  const malformed = () => unusable('import.malformed', { line: lastLine + 1 })
  const rowsOf = async (work: Promise<unknown>): Promise<FileRow[]> => {
    await Promise.race([failed, work]).catch((error: unknown) => {
      throw error instanceof CsvError ? malformed() : error
    })
    return rows.splice(0)
  }
  return {
    async take(text: string) {
      const found = await rowsOf(new Promise((done) => { parser.write(text, done) }))
      const { records, empty_lines } = parser.info
      unended = records + empty_lines === ended ? unended + text.length : 0
      ended = records + empty_lines
      if (unended > longestRow) throw malformed()
      return found
    },
    end: () => rowsOf(new Promise((done) => { parser.end(done) })),
  }
}
