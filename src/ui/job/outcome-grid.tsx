import { useMemo } from 'react'
import { DataGrid } from '../data-grid/data-grid.tsx'
import type { DataGridProps } from '../data-grid/grid-rows.ts'
import styles from './job.module.css'

const nothing = () => undefined

type Props<Row> = Pick<DataGridProps<Row>, 'label' | 'columns' | 'rows' | 'rowId' | 'rowLink'> & { entry: string; view: string }

/** Rows with their outcomes as a table that scrolls by itself; they are all there, and `entry` and `view` say whose place is kept. */
export function OutcomeGrid<Row>({ entry, view, ...grid }: Props<Row>) {
  const keptAs = useMemo(() => ({ entry, view }), [entry, view])
  return (
    <div className={styles.report}>
      <DataGrid {...grid} keptAs={keptAs} hasMore={false} loadingMore={false} loadMoreFailed={false} stale={false} onLoadMore={nothing}
        total={{ count: grid.rows.length, capped: false }} />
    </div>
  )
}
