import type { ImportReport } from './schemas.ts'

/** How many lines of the file stand in ranges. */
export const linesNotRead = ({ ranges }: Pick<ImportReport, 'ranges'>): number =>
  ranges.reduce((sum, { line, lastLine }) => sum + lastLine - line + 1, 0)

/** What an import comes to: it changes the list, every row that can be taken is in it already, or no row can be taken. */
export function effectOf({ created, updated, unchanged }: Pick<ImportReport, 'created' | 'updated' | 'unchanged'>) {
  if (created + updated > 0) return 'changes'
  return unchanged > 0 ? 'nothing_new' : 'none_taken'
}
