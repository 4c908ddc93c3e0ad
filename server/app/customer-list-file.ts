import { CsvError, parse } from 'csv-parse/browser/esm'
import { type Delimiter, delimiterOf, type ImportHeader, readHeader } from '../../domain/customers/import-header.ts'
import { importLimits } from '../../domain/customers/import-rules.ts'
import type { Ports } from './ports.ts'
import { ApiProblem } from './problem-response.ts'
import { whole } from './request-body.ts'
import type { Params } from './words.ts'

/** One row of the file; `line` is where it begins, counting the file's lines from 1. */
type FileRow = { line: number; cells: string[] }

/** The rows come as the file does, and once. */
export type CustomerListFile = { header: ImportHeader; rows: AsyncIterable<FileRow> }

/** Bytes between two turns: a few milliseconds of parsing, whatever they are. */
const sliceSize = 2 * 1024
/** Characters in which the first line ends that tells the delimiter. */
const longestFirstLine = 16 * 1024
/** Characters of one row, about; more is no row, whose quote was never closed perhaps. */
const longestRow = 64 * 1024

/**
 * Reads a customer list while it comes: UTF-8, or UTF-16 with its mark; comma, semicolon or tab; any line end. Rows of blank cells count as
 * none. Throws a 422 for what is no such file as soon as that shows, here or while rows are taken, and says why; the rest of the body is
 * then dropped as it comes. Everything else has its turn again and again meanwhile.
 */
export async function readCustomerListFile(body: ReadableStream<Uint8Array>, turn: Ports['turn']): Promise<CustomerListFile> {
  const rows = rowsIn(textIn(slicesOf(body, turn)))
  try {
    const first = await rows.next()
    if (first.done) throw unusable('import.empty')
    const header = readHeader(first.value.cells)
    if ('missing' in header) throw unusable('import.missing_columns', { columns: header.missing.join(', ') })
    return { header, rows }
  } catch (error) {
    await rows.return()
    throw error
  }
}

const unusable = (code: string, params?: Params) => new ApiProblem({ status: 422, code, params })

/** The body a slice at a time, a turn between any two; to its end also when nobody wants it, so that who sends it hears why. */
async function* slicesOf(body: ReadableStream<Uint8Array>, turn: Ports['turn']): AsyncGenerator<Uint8Array, void, void> {
  const reader = body.getReader()
  try {
    for (let part = await whole(reader.read()); !part.done; part = await whole(reader.read())) {
      for (let from = 0; from < part.value.length; from += sliceSize) {
        yield part.value.subarray(from, from + sliceSize)
        await turn()
      }
    }
  } finally {
    while (!(await reader.read().catch(() => ({ done: true }))).done) await turn()
  }
}

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'

/** The text in slices, every line end a line feed. */
async function* textIn(slices: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, void> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let mark: Uint8Array = new Uint8Array()
  let heldBack = ''
  for await (const slice of slices) {
    const bytes = decoder ? slice : Uint8Array.of(...mark, ...slice)
    if (!decoder && bytes.length < 2) mark = bytes
    else {
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true })
      const text = heldBack + decoded(decoder, bytes, true)
      heldBack = text.endsWith('\r') ? '\r' : ''
      yield text.slice(0, text.length - heldBack.length).replaceAll(/\r\n?/g, '\n')
    }
  }
  const rest = decoder ? decoded(decoder, new Uint8Array(), false) : decoded(new TextDecoder('utf-8', { fatal: true }), mark, false)
  yield (heldBack + rest).replace('\r', '\n')
}

function decoded(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream })
  } catch {
    throw unusable('import.not_text')
  }
}

/** The same text, its first line in one piece unless that is absurdly long; nothing when there is none. */
async function* firstLineWhole(texts: AsyncIterable<string>): AsyncGenerator<string, void, void> {
  let held = ''
  let isWhole = false
  for await (const text of texts) {
    held += text
    isWhole ||= held.includes('\n') || held.length >= longestFirstLine
    if (!isWhole) continue
    yield held
    held = ''
  }
  if (held !== '') yield held
}

/** Rows that are not blank, the header first. Throws at the first row that is more than there may be. */
async function* rowsIn(texts: AsyncIterable<string>): AsyncGenerator<FileRow, void, void> {
  let parser: ReturnType<typeof rowParser> | undefined
  let count = 0
  for await (const text of firstLineWhole(texts)) {
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
