import { memo } from 'react'
import { Box } from '../looks/layout.tsx'
import styles from './grid-table.module.css'
import { type GridColumn, headingColumn, sortOf } from './grid-column.ts'

type Props<Row> = {
  columns: readonly GridColumn<Row>[]
  sort: string | undefined
  onSort: ((sort: string) => void) | undefined
  tabStop: number
}

const arrows = { ascending: 'M4 10l4-4 4 4', descending: 'M4 6l4 4 4-4', none: 'M5 6.5l3-3 3 3M5 9.5l3 3 3-3' }

function PlainHeader<Row>({ columns, sort, onSort, tabStop }: Props<Row>) {
  const heading = headingColumn(columns)
  return (
    <div role="rowgroup" className={styles.head}>
      <Box role="row" aria-rowindex={1} data-row={-1} wide className={styles.headRow}>
        {columns.map((column, position) => {
          const sorted = onSort && sortOf(column, sort)
          const tabIndex = position === tabStop ? 0 : -1
          return (
            <div
              key={column.id} role="columnheader" aria-colindex={position + 1} data-column={position}
              aria-sort={sorted?.direction}
              className={[styles.cell, position === heading && styles.name, column.align === 'end' && styles.end].filter(Boolean).join(' ')}
              {...(sorted ? {} : { tabIndex })}
            >
              {sorted ? (
                <button type="button" tabIndex={tabIndex} className={styles.sort} data-direction={sorted.direction}
                  onClick={() => onSort(sorted.next)}>
                  <span>{column.header}</span>
                  <svg aria-hidden="true" width="16" height="16" viewBox="0 0 16 16"><path d={arrows[sorted.direction]} /></svg>
                </button>
              ) : column.isChoice ? <span className="visually-hidden">{column.header}</span> : column.header}
            </div>
          )
        })}
      </Box>
    </div>
  )
}

export const GridHeader = memo(PlainHeader) as typeof PlainHeader
