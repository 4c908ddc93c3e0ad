import type { ReactNode } from 'react'

/** A column of a DataGrid. The first is the row header, and the link where rows lead somewhere. */
export type GridColumn<Row> = {
  id: string
  header: string
  /** Must hold nothing focusable, since the cell itself takes the focus. */
  cell: (row: Row, tabIndex?: number) => ReactNode
  /** The column of checkboxes, before the row header; takes its cell's `tabIndex`. Its header is for screen readers alone. */
  isChoice?: true
  /** A fixed CSS grid track: `minmax(180px, 2fr)`, `120px`. Never `auto` or `max-content`. */
  width: string
  align?: 'start' | 'end'
  /** The `sort` value for ascending order; `-` before it descends. Absent: not sortable. */
  sortKey?: string
  /** The first press's direction. */
  sortFirst?: 'ascending' | 'descending'
}

/** The row header's column: the first without checkboxes. */
export const headingColumn = ([first]: readonly Pick<GridColumn<never>, 'isChoice'>[]): number => (first?.isChoice ? 1 : 0)

/** A header's `aria-sort`, and the sort of the next press. */
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
