import type { ReactNode } from 'react'

/** One column of a DataGrid. The first column of a grid is its row header; where rows lead somewhere, its content is the link. */
export type GridColumn<Row> = {
  id: string
  /** Visible text, already in the reader's language. */
  header: string
  /** Plain content; must not hold anything that takes focus, since the cell itself does. */
  cell: (row: Row, tabIndex?: number) => ReactNode
  /** Holds the row's box, stands before the row header, and takes the `tabIndex` that its cell is drawn with. Its header is only heard. */
  isChoice?: true
  /** A CSS grid track, the same for every row: `minmax(180px, 2fr)`, `120px`. Never `auto` or `max-content`. */
  width: string
  align?: 'start' | 'end'
  /** The value of `sort` that sorts by this column, ascending; `-` before it means descending. Absent: not sortable. */
  sortKey?: string
  /** The direction that the first press gives; `ascending` when absent. */
  sortFirst?: 'ascending' | 'descending'
}

/** The column whose cells are row headers and lead somewhere: the first that holds no box. */
export const headingColumn = ([first]: readonly Pick<GridColumn<never>, 'isChoice'>[]): number => (first?.isChoice ? 1 : 0)

/** What a header says to assistive technology, and what pressing it asks for next. */
export function sortOf(
  column: Pick<GridColumn<never>, 'sortKey' | 'sortFirst'>,
  sort: string | undefined,
): { direction: 'ascending' | 'descending' | 'none'; next: string } | undefined {
  const { sortKey, sortFirst = 'ascending' } = column
  if (sortKey === undefined) return undefined
  const descending = `-${sortKey}`
  if (sort === sortKey) return { direction: 'ascending', next: descending }
  if (sort === descending) return { direction: 'descending', next: sortKey }
  return { direction: 'none', next: sortFirst === 'ascending' ? sortKey : descending }
}
