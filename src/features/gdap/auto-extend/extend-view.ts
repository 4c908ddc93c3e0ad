import { listView, oneOf, soughtText } from '../../../ui/lists/list-view.ts'
import { expiryColumns } from '../board/expiry-columns.ts'

/** The board's columns whose relationships can still extend. */
export const periods = expiryColumns.filter((column) => column !== 'expired')
export type Period = (typeof periods)[number]

/** All relationships, or those that end in one column. */
export type ExtendView = { bucket?: Period; search?: string }
export const extendView = listView<ExtendView>({ bucket: oneOf(periods), search: soughtText })
