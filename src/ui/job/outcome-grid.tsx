import { useMemo } from 'react'
import { Badge, type Tone } from '../marks/badge.tsx'
import { DataGrid } from '../data-grid/data-grid.tsx'
import type { GridColumn } from '../data-grid/grid-column.ts'
import type { DataGridProps } from '../data-grid/grid-rows.ts'
import styles from './job.module.css'

/** A row, its outcome and the reason. */
export type OutcomeLine = { id: string; tone: Tone; word: string; why: string }

type Props<Line> = Pick<DataGridProps<Line>, 'label' | 'rows' | 'rowLink'> & {
  /** Columns before outcome and reason that identify the row. Keep the array's identity. */
  columns: readonly GridColumn<Line>[]
  heads: { outcome: string; why: string }
  /** The history entry that keeps the scroll position. */
  entry: string
  view: string
}

const rowId = ({ id }: OutcomeLine) => id
const nothing = () => undefined

/** The outcomes as a table that scrolls by itself, with all rows loaded. */
export function OutcomeGrid<Line extends OutcomeLine>({ columns, heads: { outcome, why: reason }, entry, view, ...grid }: Props<Line>) {
  const keptAs = useMemo(() => ({ entry, view }), [entry, view])
  const all = useMemo((): GridColumn<Line>[] => [
    ...columns,
    { id: 'outcome', header: outcome, width: '216px', cell: ({ tone, word }) => <Badge tone={tone}>{word}</Badge> },
    {
      id: 'why', header: reason, width: 'minmax(280px, 2fr)',
      cell: ({ why }) => <bdi className={styles.detail} title={why}>{why || '–'}</bdi>,
    },
  ], [columns, outcome, reason])
  return (
    <div className={styles.report}>
      <DataGrid {...grid} columns={all} rowId={rowId} keptAs={keptAs} hasMore={false} loadingMore={false} loadMoreFailed={false}
        stale={false} onLoadMore={nothing} total={{ count: grid.rows.length, capped: false }} />
    </div>
  )
}
