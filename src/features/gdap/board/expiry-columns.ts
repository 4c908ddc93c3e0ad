import type { ExpiryBoard, GdapView } from '../../../../domain/gdap/schemas.ts'
import type { IconName } from '../../../ui/marks/icon.tsx'

/** The board's columns, soonest first, as list filters. */
export const expiryColumns = ['expired', 'within_7', 'within_30', 'within_90', 'later'] as const
export type ExpiryColumn = (typeof expiryColumns)[number]

/** The list's filters by end: a column, or the periods that home counts. */
export const periodsOfList = [...expiryColumns, 'next_30', 'next_60', 'next_90'] as const

/** The columns' icons, beside colour and pattern. */
export const columnMarks: Record<ExpiryColumn, IconName> = {
  expired: 'refused', within_7: 'danger', within_30: 'caution', within_90: 'clock', later: 'success',
}

/** Relationships that will end by themselves: the board's count and its list. */
export const renewals = [
  { id: 'ends', count: 'willNotRenew', view: { ends: 'true' }, icon: 'clock' },
  { id: 'blocked', count: 'blockedByGlobalAdministrator', view: { blockedBy: 'global_administrator' }, icon: 'key' },
] as const satisfies readonly { id: string; count: keyof ExpiryBoard; view: GdapView; icon: IconName }[]

/** A column's list, soonest end first. */
export const viewOfColumn = (bucket: ExpiryColumn): GdapView => ({ bucket, sort: 'endDateTime' })

/** Returns the bars' lengths from 0 to 1; a count above zero stays visible. */
export function barLengths(board: ExpiryBoard): Record<ExpiryColumn, number> {
  const longest = Math.max(...expiryColumns.map((column) => board[column]))
  const lengthOf = (count: number) => (count === 0 ? 0 : Math.max(count / longest, 0.06))
  return Object.fromEntries(expiryColumns.map((column) => [column, lengthOf(board[column])])) as Record<ExpiryColumn, number>
}
