import type { Delimiter } from '../../domain/customers/import-header.ts'
import { importLimits } from '../../domain/customers/import-rules.ts'
import { isBlank, LineTooLong, type ListRow, rowDivider } from '../../domain/customers/list-rows.ts'
import { ApiProblem } from './problem-response.ts'
import type { Params } from './words.ts'

/** How many lines of a file are read so far, and how many of them are blank or hold blank cells alone. */
export type LineCounts = { total: number; blank: number }

export const unusable = (code: string, params?: Params) => new ApiProblem({ status: 422, code, params })

/**
 * Rows that are not blank, from this line on; `lines` counts as they come. Throws at the first row that is more than there may be, and at a
 * line that is no row's.
 */
export async function* rowsIn(
  texts: AsyncIterable<string>, { delimiter, from }: { delimiter: Delimiter; from: number }, lines: LineCounts,
): AsyncGenerator<ListRow, void, void> {
  const divider = rowDivider(delimiter, importLimits.rowLength)
  let count = 0
  for await (const text of texts) yield* kept(divider.take(text))
  yield* kept(divider.end())

  function* kept(rows: Iterable<ListRow>): Generator<ListRow, void, void> {
    try {
      for (const row of rows) {
        lines.total = row.lastLine
        if (isBlank(row)) lines.blank += row.lastLine - row.line + 1
        else if (row.line < from) continue
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

/** The rows of a few lines that are not blank. */
export function rowsAtOnce(text: string, delimiter: Delimiter): ListRow[] {
  const divider = rowDivider(delimiter)
  return [...divider.take(text), ...divider.end()].filter((row) => !isBlank(row))
}
