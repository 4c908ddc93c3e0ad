import type { KeyboardEvent } from 'react'
import type { Total } from '../../../domain/page.ts'
import type { GridColumn } from './grid-column.ts'

/** The loaded rows of a keyset list, and how to load more. */
export type GridRows<Row> = {
  /** The loaded rows from the first on. Keep the array's identity while nothing changes. */
  rows: readonly Row[]
  total: Total
  hasMore: boolean
  loadingMore: boolean
  /** True after a page failed, until the person retries. */
  loadMoreFailed: boolean
  /** Called again only after `loadingMore` was true and false. */
  onLoadMore: () => void
  /** The rows belong to the former view while new ones load. */
  stale: boolean
}

/** One row as it is drawn. */
export type DrawnRow<Row> = {
  index: number
  /** Pixels from the list's top. */
  start: number
  row: Row | undefined
  /** Undefined while loading, and where rows lead nowhere. */
  link: string | undefined
  columns: readonly GridColumn<Row>[]
}

export type DataGridProps<Row> = GridRows<Row> & {
  label: string
  /** The first is the row header and, with `rowLink`, the link. Keep the array's identity. */
  columns: readonly GridColumn<Row>[]
  /** Stable and unique. Keep the function's identity. */
  rowId: (row: Row) => string
  /** The path of the row's name and of Enter in its cells; undefined leads nowhere. */
  rowLink?: (row: Row) => string | undefined
  /** Receives keys in a row and the row that the focus moves to. With it, the arrow keys move with Shift as well. */
  onRowKey?: ((event: KeyboardEvent, from: Row | undefined, to: Row | undefined) => void) | undefined
  /** The sort as in the URL: a column's `sortKey`, `-` before it descends. */
  sort?: string | undefined
  onSort?: ((sort: string) => void) | undefined
  density?: 'comfortable' | 'compact'
  /** Where scroll position and focus are kept: `entry` is the history entry, `view` names the list's view. */
  keptAs: { entry: string; view: string }
}

const placeholdersBeyondKnown = 50
/** Loads the next page this many rows before the loaded end. */
const loadAhead = 120

/** Returns the rows to lay out: all if the total is known, else the loaded ones and placeholders. */
export function rowCountOf({ rows, total, hasMore }: Pick<GridRows<unknown>, 'rows' | 'total' | 'hasMore'>): number {
  if (!hasMore) return rows.length
  return total.capped ? rows.length + placeholdersBeyondKnown : Math.max(total.count, rows.length + 1)
}

/** Tells whether to load the next page; `lastShown` is the last visible row's index. */
export const needsMore = (
  { rows, hasMore, loadingMore, loadMoreFailed, stale }: Omit<GridRows<unknown>, 'total' | 'onLoadMore'>,
  lastShown: number,
): boolean => hasMore && !loadingMore && !loadMoreFailed && !stale && lastShown + loadAhead >= rows.length
