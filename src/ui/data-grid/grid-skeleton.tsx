import type { CSSProperties } from 'react'
import { Box } from '../looks/layout.tsx'
import { Loading } from '../waiting/skeleton.tsx'
import frame from './data-grid.module.css'
import type { GridColumn } from './grid-column.ts'
import styles from './grid-table.module.css'

type Props<Row> = { columns: readonly GridColumn<Row>[]; compact?: boolean; rows?: number }

/** Stands in for a DataGrid's first page, with its columns, header and row height. */
export function GridSkeleton<Row>({ columns, compact = false, rows = 12 }: Props<Row>) {
  const sizes = {
    '--grid-columns': columns.map((column) => column.width).join(' '),
    '--grid-row': compact ? '32px' : '44px',
    '--grid-header': '40px',
  } as CSSProperties
  return (
    <div className={`${frame.frame} ${frame.late}`}>
      <Loading />
      <div className={`${styles.scroller} ${styles.still}`} style={sizes} aria-hidden="true">
        <div className={styles.head}>
          <Box wide className={styles.headRow}>
            {columns.map(({ id, header, isChoice }) => <div key={id} className={styles.cell}>{isChoice ? '' : header}</div>)}
          </Box>
        </div>
        {Array.from({ length: rows }, (_, row) => (
          <Box key={row} ruled="after" wide className={styles.stillRow}>
            {columns.map(({ id }) => <div key={id} className={styles.cell}><span className={styles.skeleton} /></div>)}
          </Box>
        ))}
      </div>
    </div>
  )
}
