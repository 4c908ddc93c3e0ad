import { type ImportHeader, readHeader } from '../../domain/customers/import-header.ts'
import { isSeveralRows, type ListRow } from '../../domain/customers/list-rows.ts'
import { type LineCounts, rowsIn, unusable } from './customer-list-rows.ts'
import type { Ports } from './ports.ts'
import { whole } from './request-body.ts'

/** The rows come as the file does, and once; `lines` counts with them, `headerLines` are those that are not blank up to the header. */
export type CustomerListFile = { header: ImportHeader; headerLines: number; rows: AsyncIterable<ListRow>; lines: LineCounts }

/** Bytes between two turns: a few milliseconds of parsing, whatever they are. */
const sliceSize = 2 * 1024
/** Characters in which the first line ends that tells the delimiter. */
const longestFirstLine = 16 * 1024

/**
 * Reads a customer list while it comes: UTF-8, or UTF-16 with its mark; comma, semicolon or tab; any line end. Rows of blank cells count as
 * none. Throws a 422 for what is no such file as soon as that shows, here or while rows are taken, and says why; the rest of the body is
 * then dropped as it comes. Everything else has its turn again and again meanwhile.
 */
export async function readCustomerListFile(body: ReadableStream<Uint8Array>, turn: Ports['turn']): Promise<CustomerListFile> {
  const lines = { total: 0, blank: 0 }
  const rows = rowsIn(firstLineWhole(textIn(slicesOf(body, turn))), lines)
  try {
    const first = await rows.next()
    if (first.done) throw unusable('import.empty')
    const { line, lastLine, cells } = first.value
    const header = readHeader(cells)
    if ('missing' in header) throw unusable('import.missing_columns', { columns: header.missing.join(', ') })
    if (isSeveralRows(first.value, { most: header.width, least: header.width }))
      throw unusable('import.quote_over_rows', { line, lastLine })
    return { header, headerLines: lastLine - lines.blank, rows, lines }
  } catch (error) {
    await rows.return()
    throw error
  }
}

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
