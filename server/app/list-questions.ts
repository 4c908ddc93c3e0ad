import type { ColumnChoice } from '../../domain/customers/import-column-choice.ts'
import { columnTitles, importColumns } from '../../domain/customers/import-column-names.ts'
import { type Delimiter, delimitersFor, findHeader, type ListHead, type UnknownHead } from '../../domain/customers/import-header.ts'
import { guessEncoding, legacyEncodings, type LegacyEncoding } from '../../domain/customers/list-encodings.ts'
import { type ListQuestion, questionLimits } from '../../domain/customers/list-question.ts'
import { cleanLine } from '../../domain/words-of-others/cleaned.ts'
import { type FileRow, rowsAtOnce, unusable } from './customer-list-rows.ts'
import { ApiProblem } from './problem-response.ts'

/** What the sender says of the file, after it was asked perhaps. */
export type SaidOfList = { encoding?: LegacyEncoding | undefined; columns?: ColumnChoice | undefined }

function shown(text: string): string {
  const { characters } = questionLimits
  return [...cleanLine(text.slice(0, 4 * characters))].slice(0, characters).join('')
}

const shownCells = (cells: readonly string[]): string[] => cells.slice(0, questionLimits.columns).map(shown)

/** Which line of a file's first ones is the header, by the delimiter that makes it one. Throws the question which column is which. */
export async function headIn(text: string, choice: ColumnChoice): Promise<ListHead & { delimiter: Delimiter }> {
  let likeliest: UnknownHead | undefined
  for (const delimiter of delimitersFor(text)) {
    const rows = await rowsAtOnce(text, delimiter)
    if (rows.length === 0) break
    const head = findHeader(rows, choice)
    if ('header' in head) return { ...head, delimiter }
    likeliest ??= head
  }
  throw likeliest ? columnsUnknown(likeliest) : unusable('import.empty')
}

function columnsUnknown({ missing, found, names, rows }: UnknownHead): ApiProblem {
  const positions = importColumns.flatMap((column) => (found[column] === undefined ? [] : [[column, found[column] + 1]]))
  const columns = {
    ...(names && { header: shownCells(names.cells) }),
    rows: rows.slice(0, questionLimits.rows).map(({ cells }) => shownCells(cells)),
    found: Object.fromEntries(positions) as NonNullable<ListQuestion['columns']>['found'],
  }
  const params = { columns: missing.map((column) => columnTitles[column]).join(', ') }
  return new ApiProblem({ status: 422, code: 'import.missing_columns', params, list: { columns } })
}

const beyondAscii = /[^\p{ASCII}]/u

type NameColumn = { position: number; delimiter: Delimiter }

/** Company names that the encoding changes; where nothing says which they are, the lines that it changes. */
async function namesIn(text: string, column: NameColumn | undefined): Promise<string[]> {
  const named = column ? (await rowsAtOnce(text, column.delimiter)).map(({ cells }: FileRow) => cells[column.position] ?? '') : []
  const texts = [named, text.split('\n')].find((each) => each.some((one) => beyondAscii.test(one))) ?? []
  return texts.filter((each) => beyondAscii.test(each)).slice(0, questionLimits.names).map(shown)
}

function decoded(sample: Uint8Array<ArrayBuffer>, encoding: LegacyEncoding, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(sample).replaceAll(/\r\n?/g, '\n')
  } catch {
    return undefined
  }
}

/** The question in which encoding a text is, by the names that each makes of it; or that it is no text, or damaged. */
export async function encodingUnknown(sample: Uint8Array<ArrayBuffer>, said: SaidOfList): Promise<ApiProblem> {
  const guess = sample.includes(0) ? undefined : guessEncoding(sample)
  if (!guess || guess === said.encoding) return unusable('import.not_text')
  const guessed = decoded(sample, guess, false) ?? ''
  const column = await headIn(guessed, said.columns ?? {}).then(
    ({ header, delimiter }) => ({ position: header.columns.companyName, delimiter }), () => undefined)
  const encodings: NonNullable<ListQuestion['encodings']> = []
  for (const encoding of [guess, ...legacyEncodings.filter((each) => each !== guess)]) {
    const text = encoding === guess ? guessed : decoded(sample, encoding, true)
    if (text !== undefined) encodings.push({ encoding, names: await namesIn(text, column) })
  }
  const params = { encoding: guess, names: encodings[0]?.names.join('; ') ?? '' }
  return new ApiProblem({ status: 422, code: 'import.not_unicode', params, list: { encodings } })
}
