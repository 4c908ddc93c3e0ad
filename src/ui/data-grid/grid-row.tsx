import { memo } from 'react'
import { Box, Line } from '../looks/layout.tsx'
import styles from './grid-table.module.css'
import { type GridColumn, headingColumn } from './grid-column.ts'
import type { DrawnRow } from './grid-rows.ts'

/** `tabStop`: the column of the grid's tab stop if it is in this row, else -1. */
type Props<Row> = DrawnRow<Row> & { tabStop: number }

const alignOf = (column: GridColumn<never>) => (column.align === 'end' ? styles.end : undefined)

const classesOf = (column: GridColumn<never>, isHeading: boolean) =>
  [styles.cell, isHeading && styles.name, column.isChoice && styles.choice, alignOf(column)].filter(Boolean).join(' ')

function PlainRow<Row>({ index, start, row, link, columns, tabStop }: Props<Row>) {
  const heading = headingColumn(columns)
  return (
    <Box
      role="row" aria-rowindex={index + 2} data-row={index} aria-busy={row === undefined || undefined}
      ruled="after" wide className={styles.row} style={{ transform: `translateY(${start}px)` }}
    >
      {columns.map((column, position) => {
        const tabIndex = position === tabStop ? 0 : -1
        const content = row === undefined ? <span className={styles.skeleton} /> : column.cell(row, tabIndex)
        const linked = position === heading && link !== undefined
        const holdsFocus = linked || (column.isChoice && row !== undefined)
        return (
          <div
            key={column.id} role={position === heading ? 'rowheader' : 'gridcell'} aria-colindex={position + 1} data-column={position}
            className={classesOf(column, position === heading)}
            {...(holdsFocus ? {} : { tabIndex })}
          >
            {linked ? <Line as="a" href={link} tabIndex={tabIndex} align="center" className={styles.link}>{content}</Line> : content}
          </div>
        )
      })}
    </Box>
  )
}

/**
 * Renders only when its own row, place or tab stop changes. Its link is plain, and the grid follows it: a Link per row made scrolling a
 * third slower.
 */
export const GridRow = memo(PlainRow) as typeof PlainRow
