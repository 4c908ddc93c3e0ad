import type { KeyboardEvent } from 'react'
import type { GridColumn } from './grid-column.ts'

/** The rows of a keyset list as far as they are loaded, and how to get more of them. */
export type GridRows<Row> = {
  /** Loaded so far, in order, from the first on. Keep the array's identity while nothing changes. */
  rows: readonly Row[]
  total: { count: number; capped: boolean }
  hasMore: boolean
  loadingMore: boolean
  /** True after a page failed: nothing more is asked for until the person retries. */
  loadMoreFailed: boolean
  /** Asks for the next page; called again only after `loadingMore` has come and gone. */
  onLoadMore: () => void
  /** The rows belong to the view before, and new ones are on their way. */
  stale: boolean
}

export type DataGridProps<Row> = GridRows<Row> & {
  /** The accessible name: what these rows are. */
  label: string
  /** The first is the row header and, with `rowLink`, the link. Keep the array's identity (a constant or useMemo). */
  columns: readonly GridColumn<Row>[]
  /** Stable, and unique in the list. Keep the function's identity. */
  rowId: (row: Row) => string
  /** The path that the row's name leads to, and Enter from any of its cells. Absent, or undefined for a row: it leads nowhere. */
  rowLink?: (row: Row) => string | undefined
  /**
   * Told of keys that are pressed in a row, with the row that the focus goes to when the key moves it. Where there is one, the up and
   * down arrows move with Shift as well.
   */
  onRowKey?: ((event: KeyboardEvent, from: Row | undefined, to: Row | undefined) => void) | undefined
  /** The list's sort as the URL holds it: a column's `sortKey`, with `-` before it when descending. */
  sort?: string | undefined
  onSort?: ((sort: string) => void) | undefined
  /** 44 or 32 px a row. */
  density?: 'comfortable' | 'compact'
  /** Where scroll position and focus are kept: `entry` is the history entry's key, `view` names what is listed. */
  keptAs: { entry: string; view: string }
}

const placeholdersBeyondKnown = 50
/** So many rows before the end of what is loaded, the next page is asked for. */
const loadAhead = 120

/** How many rows to lay out: all there are when that is known, otherwise the loaded ones and some placeholders. */
export function rowCountOf({ rows, total, hasMore }: Pick<GridRows<unknown>, 'rows' | 'total' | 'hasMore'>): number {
  if (!hasMore) return rows.length
  return total.capped ? rows.length + placeholdersBeyondKnown : Math.max(total.count, rows.length + 1)
}

/** Whether the next page must be asked for, with `lastShown` the index of the last row on screen. */
export const needsMore = (
  { rows, hasMore, loadingMore, loadMoreFailed, stale }: Omit<GridRows<unknown>, 'total' | 'onLoadMore'>,
  lastShown: number,
): boolean => hasMore && !loadingMore && !loadMoreFailed && !stale && lastShown + loadAhead >= rows.length
