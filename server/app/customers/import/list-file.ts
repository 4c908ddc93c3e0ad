import { headLines, type ImportHeader } from '../../../../domain/customers/import-header.ts'
import type { ImportRemark } from '../../../../domain/customers/import-rules.ts'
import type { ListRow } from '../../../../domain/customers/list-rows.ts'
import { type LineCounts, rowsIn } from './list-rows.ts'
import { encodingUnknown, headIn, type ListHints } from './list-questions.ts'
import { NotUnicode, slicesOf, textIn } from './list-text.ts'
import type { Ports } from '../../ports.ts'

/**
 * The rows stream once with the file; `lines` counts along, `headerLines` counts the lines up to the header that are not blank. `remark` is
 * about the whole file.
 */
export type CustomerListFile = {
  header: ImportHeader; headerLines: number; rows: AsyncIterable<ListRow>; lines: LineCounts; remark?: ImportRemark
}

/** The header and the delimiter are found within this many characters. */
const longestHead = 16 * 1024

/**
 * Reads a customer list as a stream: UTF-8, UTF-16, else the encoding of `hints`; comma, semicolon or tab; any line end; any lines before
 * the header. Skips blank rows. Throws a 422 for another kind of file, or a question, as soon as it shows, here or while rows are read; the
 * rest of the body is then dropped. Gives up turns meanwhile.
 */
export async function readCustomerListFile(
  body: ReadableStream<Uint8Array>, turn: Ports['turn'], hints: ListHints = {},
): Promise<CustomerListFile> {
  const { encoding, texts: decoded } = await textIn(slicesOf(body, turn), hints.encoding)
  const texts = questioned(decoded, hints)
  const unused = encoding === hints.encoding ? undefined : hints.encoding
  try {
    const first = await headOf(texts)
    const { header, headerLines, delimiter, from } = headIn(first, hints.columns ?? {})
    const lines = { total: from - 1, blank: from - 1 - headerLines }
    const rows = rowsIn(inOrder(first, texts), delimiter, lines)
    return { header, headerLines, rows, lines, ...(unused && { remark: encodingNotUsed(encoding, unused) }) }
  } catch (error) {
    await texts.return()
    throw error
  }
}

const encodingNotUsed = (encoding: string, named: string): ImportRemark =>
  ({ code: 'import.encoding_not_used', params: { actual: encoding === 'utf-8' ? 'UTF-8' : 'UTF-16', encoding: named } })

/** Turns bytes that are not Unicode into the question of their encoding. */
async function* questioned(texts: AsyncIterable<string>, hints: ListHints): AsyncGenerator<string, void, void> {
  try {
    yield* texts
  } catch (error) {
    throw error instanceof NotUnicode ? encodingUnknown(error.sample, hints) : error
  }
}

/** Reads enough first lines, in one piece, to find the header, unless they are absurdly long. */
async function headOf(texts: AsyncGenerator<string, void, void>): Promise<string> {
  let text = ''
  while (text.length < longestHead && text.trimStart().split('\n').length <= headLines.looked) {
    const next = await texts.next()
    if (next.done) return text
    text += next.value
  }
  return text
}

async function* inOrder(first: string, rest: AsyncIterable<string>): AsyncGenerator<string, void, void> {
  yield first
  yield* rest
}
