import type { ImportReport } from './schemas.ts'

/** Counts the file's lines that stand in ranges. */
export const linesNotRead = ({ ranges }: Pick<ImportReport, 'ranges'>): number =>
  ranges.reduce((sum, { line, lastLine }) => sum + lastLine - line + 1, 0)

/** Sums up an import: it changes the list, changes nothing, rejects every row, or is empty. */
export function effectOf(
  { total, created, updated, unchanged, ranges }: Pick<ImportReport, 'total' | 'created' | 'updated' | 'unchanged' | 'ranges'>,
) {
  if (created + updated > 0) return 'changes'
  if (unchanged > 0) return 'nothing_new'
  return total + ranges.length > 0 ? 'none_taken' : 'no_rows'
}
