import type { ImportReport } from './schemas.ts'

/** How many lines of the file stand in ranges. */
export const linesNotRead = ({ ranges }: Pick<ImportReport, 'ranges'>): number =>
  ranges.reduce((sum, { line, lastLine }) => sum + lastLine - line + 1, 0)
