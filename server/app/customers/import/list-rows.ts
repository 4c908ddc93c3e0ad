import type { Delimiter } from '../../../../domain/customers/import-header.ts'
import { importLimits } from '../../../../domain/customers/import-rules.ts'
import { isBlank, LineTooLong, type ListRow, rowDivider } from '../../../../domain/customers/list-rows.ts'
import type { ProblemCode } from '../../../../domain/problem-codes.ts'
import { ApiProblem } from '../../http/problem-response.ts'
import type { Params } from '../../words/words.ts'

/** How many lines have been read, and how many of them are blank or hold only blank cells. */
export type LineCounts = { total: number; blank: number }

export const unusable = (code: ProblemCode, params?: Params) => new ApiProblem({ status: 422, code, params })

/**
 * Yields rows that are not blank, after the lines that `lines` has counted; counts on as they come. An open quotation mark above the rows
 * does not reach into them. Throws at a row beyond the limit, and at an overlong line.
 */
export async function* rowsIn(
  texts: AsyncIterable<string>, delimiter: Delimiter, lines: LineCounts,
): AsyncGenerator<ListRow, void, void> {
  const divider = rowDivider(delimiter, importLimits.rowLength, lines.total)
  let count = 0
  for await (const text of afterLines(texts, lines.total)) yield* kept(divider.take(text))
  yield* kept(divider.end())

  function* kept(rows: Iterable<ListRow>): Generator<ListRow, void, void> {
    try {
      for (const row of rows) {
        lines.total = row.lastLine
        if (isBlank(row)) lines.blank += row.lastLine - row.line + 1
        else if (count === importLimits.rows) throw unusable('import.too_many_rows', { limit: importLimits.rows })
        else {
          count += 1
          yield row
        }
      }
    } catch (error) {
      throw error instanceof LineTooLong ? unusable('import.malformed', { line: error.line, limit: importLimits.rowLength }) : error
    }
  }
}

async function* afterLines(texts: AsyncIterable<string>, count: number): AsyncGenerator<string, void, void> {
  let left = count
  for await (const text of texts) {
    let from = 0
    for (; left > 0 && from < text.length; left -= 1) {
      const end = text.indexOf('\n', from)
      if (end < 0) break
      from = end + 1
    }
    if (left === 0) yield text.slice(from)
  }
}

export function rowsAtOnce(text: string, delimiter: Delimiter): ListRow[] {
  const divider = rowDivider(delimiter)
  return [...divider.take(text), ...divider.end()].filter((row) => !isBlank(row))
}
