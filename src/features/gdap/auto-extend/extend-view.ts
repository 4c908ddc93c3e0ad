import { listView, oneOf, soughtText } from '../../../ui/lists/list-view.ts'
import { expiryColumns } from '../board/expiry-columns.ts'

/** The columns of the board whose relationships can still be extended. */
export const periods = expiryColumns.filter((column) => column !== 'expired')
export type Period = (typeof periods)[number]

/** Which relationships the page is about: all, or those that end in one of the board's columns. */
export const extendView = listView<{ bucket?: Period; search?: string }>({ bucket: oneOf(periods), search: soughtText })
