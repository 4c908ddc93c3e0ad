import type { ExpiryBoard, GdapView } from '../../../../domain/gdap/schemas.ts'
import type { IconName } from '../../../ui/marks/icon.tsx'

/** The columns of the board, soonest first, as the list filters by them. */
export const expiryColumns = ['expired', 'within_7', 'within_30', 'within_90', 'later'] as const
export type ExpiryColumn = (typeof expiryColumns)[number]

/** What the list can be narrowed to by its end: a column, or all that ends within the days that home counts. */
export const periodsOfList = [...expiryColumns, 'next_30', 'next_60', 'next_90'] as const

/** The mark of each column, beside its colour and pattern. */
export const columnMarks: Record<ExpiryColumn, IconName> = {
  expired: 'refused', within_7: 'danger', within_30: 'caution', within_90: 'clock', later: 'success',
}

/** What will stop although nobody ended it: the number of the board, and the list behind it. */
export const renewals = [
  { id: 'ends', count: 'willNotRenew', view: { ends: 'true' }, icon: 'clock' },
  { id: 'blocked', count: 'blockedByGlobalAdministrator', view: { blockedBy: 'global_administrator' }, icon: 'key' },
] as const satisfies readonly { id: string; count: keyof ExpiryBoard; view: GdapView; icon: IconName }[]

/** The list behind a column of the board, what ends first at its top. */
export const viewOfColumn = (bucket: ExpiryColumn): GdapView => ({ bucket, sort: 'endDateTime' })

/** How long each bar is, between 0 and 1 of the longest; a count above zero is never too short to be seen. */
export function barLengths(board: ExpiryBoard): Record<ExpiryColumn, number> {
  const longest = Math.max(...expiryColumns.map((column) => board[column]))
  const lengthOf = (count: number) => (count === 0 ? 0 : Math.max(count / longest, 0.06))
  return Object.fromEntries(expiryColumns.map((column) => [column, lengthOf(board[column])])) as Record<ExpiryColumn, number>
}
