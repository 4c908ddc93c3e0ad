import type { ImportReport } from './schemas.ts'

/** How many lines of the file stand in ranges. */
export const linesNotRead = ({ ranges }: Pick<ImportReport, 'ranges'>): number =>
  ranges.reduce((sum, { line, lastLine }) => sum + lastLine - line + 1, 0)

/** What an import comes to: it changes the list, every row that can be taken is in it already, no row can be taken, or there is none. */
export function effectOf(
  { total, created, updated, unchanged, ranges }: Pick<ImportReport, 'total' | 'created' | 'updated' | 'unchanged' | 'ranges'>,
) {
  if (created + updated > 0) return 'changes'
  if (unchanged > 0) return 'nothing_new'
  return total + ranges.length > 0 ? 'none_taken' : 'no_rows'
}
