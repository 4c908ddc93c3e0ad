import type { ColumnChoice } from '../../../../domain/customers/import-column-choice.ts'
import { columnNamed, columnTitles, importColumns } from '../../../../domain/customers/import-column-names.ts'
import {
  type Delimiter, delimitersFor, findHeader, type ImportHeader, type ListHead, type UnknownHead,
} from '../../../../domain/customers/import-header.ts'
import { guessEncoding, legacyEncodings, type LegacyEncoding } from '../../../../domain/customers/list-encodings.ts'
import type { ListQuestion } from '../../../../domain/customers/schemas.ts'
import { isSeveralRows, type ListRow, tookRows } from '../../../../domain/customers/list-rows.ts'
import { cleanLine } from '../../../../domain/words-of-others/cleaned.ts'
import { rowsAtOnce, unusable } from './list-rows.ts'
import { decoderOf } from './legacy-decoder.ts'
import { ApiProblem } from '../../http/problem-response.ts'

/** How much of a file a question shows. */
const questionLimits = { names: 3, rows: 3, columns: 60, characters: 60 } as const

/** The sender's choices, perhaps after a question. */
export type ListHints = { encoding?: LegacyEncoding | undefined; columns?: ColumnChoice | undefined }

function shown(text: string): string {
  const { characters } = questionLimits
  return [...cleanLine(text.slice(0, 4 * characters))].slice(0, characters).join('')
}

const shownCells = (cells: readonly string[]): string[] => cells.slice(0, questionLimits.columns).map(shown)

/** `from` is the line of the first row; `headerLines` counts lines before it that are not blank. */
type Head = { header: ImportHeader; delimiter: Delimiter; from: number; headerLines: number }

/** Finds the header among a file's first lines, with the delimiter that reveals one. Throws the question which column is which. */
export function headIn(text: string, choice: ColumnChoice): Head {
  let likeliest: ApiProblem | undefined
  for (const delimiter of delimitersFor(text)) {
    const rows = rowsAtOnce(text, delimiter)
    if (rows.length === 0) break
    const head = findHeader(rows, choice)
    if ('header' in head) return { header: head.header, delimiter, ...beginningAt(head, rows) }
    likeliest ??= withoutHeader(head, rows)
  }
  throw likeliest ?? unusable('import.empty')
}

function beginningAt({ line, isNamed, header: { width } }: ListHead, rows: readonly ListRow[]): Pick<Head, 'from' | 'headerLines'> {
  const named = isNamed && rows.find((row) => row.line === line)
  const from = named ? named.lastLine + 1 : line
  const before = rows.filter((row) => row.line < from)
  const several = before.find((row) => (row === named ? isSeveralRows(row, { most: width, least: width }) : tookRows(row, width)))
  if (several) throw quoteOver(several)
  return { from, headerLines: before.reduce((sum, row) => sum + row.lastLine - row.line + 1, 0) }
}

const quoteOver = ({ line, lastLine }: ListRow): ApiProblem => unusable('import.quote_over_rows', { line, lastLine })

/** An open quotation mark swallowed the header, so nothing can be asked. */
function withoutHeader(head: UnknownHead, rows: readonly ListRow[]): ApiProblem {
  const below = head.rows[0]?.line ?? Number.POSITIVE_INFINITY
  const several = rows.find((row) => row.line < below && tookRows(row, importColumns.length))
  return several ? quoteOver(several) : columnsUnknown(head)
}

/** Too few columns leave no choice; lines of one cell have another delimiter. */
function columnsUnknown({ missing, found, names, rows }: UnknownHead): ApiProblem {
  const width = Math.max(...[...(names ? [names] : []), ...rows].map(({ cells }) => cells.length))
  if (width < 2) return unusable('import.no_separator')
  const positions = importColumns.flatMap((column) => (found[column] === undefined ? [] : [[column, found[column] + 1]]))
  const columns = {
    ...(names && { header: shownCells(names.cells) }),
    rows: rows.slice(0, questionLimits.rows).map(({ cells }) => shownCells(cells)),
    found: Object.fromEntries(positions) as NonNullable<ListQuestion['columns']>['found'],
  }
  const params = { columns: missing.map((column) => columnTitles[column]).join(', ') }
  const asked = width < importColumns.length ? {} : { list: { columns } }
  return new ApiProblem({ status: 422, code: 'import.missing_columns', params, ...asked })
}

const beyondAscii = /[^\p{ASCII}]/u

type NameColumn = { position: number; delimiter: Delimiter }

function nameColumnIn(text: string, choice: ColumnChoice): NameColumn | undefined {
  try {
    const { header, delimiter } = headIn(text, choice)
    return { position: header.columns.companyName, delimiter }
  } catch (error) {
    if (error instanceof ApiProblem) return undefined
    throw error
  }
}

/** Samples company names that the encoding changes; without a name column, lines that it changes. */
function namesIn(text: string, column: NameColumn | undefined): string[] {
  const cells = column ? rowsAtOnce(text, column.delimiter).map((row) => row.cells[column.position] ?? '') : []
  const named = cells.filter((cell) => !columnNamed(cell))
  const texts = [named, text.split('\n')].find((each) => each.some((one) => beyondAscii.test(one))) ?? []
  return texts.filter((each) => beyondAscii.test(each)).slice(0, questionLimits.names).map(shown)
}

function decoded(sample: Uint8Array, encoding: LegacyEncoding): string | undefined {
  try {
    return decoderOf(encoding, { fatal: true }).decode(sample).replaceAll(/\r\n?/g, '\n')
  } catch {
    return undefined
  }
}

/** Asks for a text's encoding, by the names that each gives; or refuses it as no text, or as damaged. */
export function encodingUnknown(sample: Uint8Array, hints: ListHints): ApiProblem {
  const guess = sample.includes(0) ? undefined : guessEncoding(sample)
  if (!guess || guess === hints.encoding) return unusable('import.not_text')
  const texts = [guess, ...legacyEncodings.filter((each) => each !== guess)].flatMap((encoding) => {
    const text = decoded(sample, encoding)
    return text === undefined ? [] : [{ encoding, text }]
  })
  const [likeliest] = texts
  if (!likeliest) return unusable('import.not_text')
  const column = nameColumnIn(likeliest.text, hints.columns ?? {})
  const encodings = texts.map(({ encoding, text }) => ({ encoding, names: namesIn(text, column) }))
  const params = { encoding: likeliest.encoding, names: encodings[0]?.names.join('; ') ?? '' }
  return new ApiProblem({ status: 422, code: 'import.not_unicode', params, list: { encodings } })
}
