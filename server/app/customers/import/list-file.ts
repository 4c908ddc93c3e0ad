import { headLines, type ImportHeader } from '../../../../domain/customers/import-header.ts'
import type { ImportRemark } from '../../../../domain/customers/import-rules.ts'
import type { ListRow } from '../../../../domain/customers/list-rows.ts'
import { type LineCounts, rowsIn } from './list-rows.ts'
import { encodingUnknown, headIn, type ListHints } from './list-questions.ts'
import { NotUnicode, slicesOf, textIn } from './list-text.ts'
import type { Ports } from '../../ports.ts'

/**
 * The rows come as the file does, and once; `lines` counts with them, `headerLines` are those that are not blank up to the header.
 * `remark`: something to tell of the whole file.
 */
export type CustomerListFile = {
  header: ImportHeader; headerLines: number; rows: AsyncIterable<ListRow>; lines: LineCounts; remark?: ImportRemark
}

/** Characters in which the first lines end that tell the header and the delimiter. */
const longestHead = 16 * 1024

/**
 * Reads a customer list while it comes: UTF-8, UTF-16, otherwise as `hints` say; comma, semicolon or tab; any line end; whatever stands
 * before the header. Rows of blank cells count as none. Throws a 422 for what is no such file, or has to be asked about, as soon as that
 * shows, here or while rows are taken, and says why; the rest of the body is then dropped as it comes. Everything else has its turn again
 * and again meanwhile.
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

/** The same text; what is not Unicode becomes the question what it is. */
async function* questioned(texts: AsyncIterable<string>, hints: ListHints): AsyncGenerator<string, void, void> {
  try {
    yield* texts
  } catch (error) {
    throw error instanceof NotUnicode ? encodingUnknown(error.sample, hints) : error
  }
}

/** As many first lines as tell where the header is, in one piece, unless they are absurdly long. */
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
