import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { GridCard } from './grid-card.tsx'
import styles from './grid-cards.module.css'
import { recall, remember } from './grid-memory.ts'
import { type DataGridProps, needsMore, rowCountOf } from './grid-rows.ts'
import { useKeptScroll } from './use-kept-scroll.ts'
import { useTop } from './use-top.ts'

const cardPadding = 24
const lineHeight = 28

/** The grid on a phone: one card per row in the page's own scroll. */
export function GridCards<Row>(props: DataGridProps<Row>) {
  const { label, columns, rows, rowId, rowLink, total, hasMore, onLoadMore, stale, keptAs } = props
  const list = useRef<HTMLDivElement>(null)
  const top = useTop(list)
  const count = rowCountOf(props)

  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => cardPadding + columns.length * lineHeight,
    getItemKey: useCallback((index: number) => {
      const row = rows[index]
      return row === undefined ? index : rowId(row)
    }, [rows, rowId]),
    overscan: 6,
    gap: 8,
    scrollMargin: top,
    initialMeasurementsCache: recall(keptAs.entry)?.measured ?? [],
  })
  useLayoutEffect(() => () => remember(keptAs.entry, { measured: virtualizer.takeSnapshot() }), [keptAs.entry, virtualizer])

  useKeptScroll(keptAs, !stale, {
    read: () => virtualizer.scrollOffset ?? 0,
    write: (offset) => window.scrollTo({ top: offset }),
    target: () => window,
  }, () => undefined)

  const more = needsMore(props, virtualizer.range?.endIndex ?? 0)
  useEffect(() => { if (more) onLoadMore() }, [more, onLoadMore])

  return (
    <div
      ref={list} role="list" aria-label={label} aria-busy={stale} data-stale={stale || undefined}
      className={styles.list} style={{ blockSize: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index]
        return (
          <GridCard
            key={key} index={index} start={start - top} row={row} link={row === undefined ? undefined : rowLink?.(row)} columns={columns}
            size={hasMore && total.capped ? -1 : count} measure={virtualizer.measureElement}
          />
        )
      })}
    </div>
  )
}
