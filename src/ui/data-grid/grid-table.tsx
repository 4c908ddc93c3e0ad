import { defaultRangeExtractor, type Range, useVirtualizer, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useCallback, useEffect, useMemo, useRef } from 'react'
import { useNavigate } from 'react-router'
import styles from './grid-table.module.css'
import { GridHeader } from './grid-header.tsx'
import { GridRow } from './grid-row.tsx'
import { type DataGridProps, needsMore, rowCountOf } from './grid-rows.ts'
import { useActiveCell } from './use-active-cell.ts'
import { useKeptScroll } from './use-kept-scroll.ts'
import { useTop } from './use-top.ts'

const headerHeight = 40
const rowHeights = { comfortable: 44, compact: 32 }

/** Returns the link of a click without modifier keys. */
function plainLinkOf(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined
  return (event.target as Element).closest('a')?.getAttribute('href') ?? undefined
}

/**
 * The grid as a table, from 640 px up. Scrolls inside itself, in both directions if need be; with `inPage` (constant) compact rows scroll
 * with the page.
 */
export function GridTable<Row>({ inPage, ...props }: DataGridProps<Row> & { inPage: boolean }) {
  const { label, columns, rows, rowId, rowLink, total, hasMore, onLoadMore, sort, onSort, stale, keptAs, onRowKey } = props
  const density = inPage ? 'compact' : props.density ?? 'comfortable'
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = rowHeights[density]
  const count = rowCountOf(props)

  const idAt = useCallback((index: number) => {
    const row = rows[index]
    return row === undefined ? undefined : rowId(row)
  }, [rows, rowId])
  const indexOf = useCallback((id: string) => rows.findIndex((row) => rowId(row) === id), [rows, rowId])

  const height = (inPage ? window.innerHeight : scroller.current?.clientHeight) ?? 0
  const page = Math.max(1, Math.floor((height - headerHeight) / rowHeight) - 1)
  const { place, reset, onFocus, onBlur, onKeyDown } = useActiveCell({
    root: scroller, extent: { rows: count, columns: columns.length, page, takesShift: onRowKey !== undefined }, idAt, indexOf, keptAs,
    onRowKey: onRowKey && ((event: KeyboardEvent, from: number, to: number | undefined) =>
      onRowKey(event, rows[from], to === undefined ? undefined : rows[to])),
  })

  const rowsOf = {
    count,
    estimateSize: () => rowHeight,
    rangeExtractor: useCallback((range: Range) => {
      const shown = defaultRangeExtractor(range)
      if (place.row < 0 || place.row >= range.count || shown.includes(place.row)) return shown
      return place.row < (shown[0] ?? 0) ? [place.row, ...shown] : [...shown, place.row]
    }, [place.row]),
    overscan: 8,
    paddingStart: headerHeight,
  }
  const inTable = useVirtualizer<HTMLDivElement, Element>({ ...rowsOf, enabled: !inPage, getScrollElement: () => scroller.current })
  const top = useTop(scroller)
  const ofPage = useWindowVirtualizer({ ...rowsOf, enabled: inPage, scrollMargin: top })
  const virtualizer = inPage ? ofPage : inTable
  const target = () => (inPage ? window : scroller.current)
  useEffect(() => { virtualizer.measure() }, [virtualizer, rowHeight])

  useKeptScroll(keptAs, !stale, {
    read: () => virtualizer.scrollOffset ?? 0,
    write: (offset) => target()?.scrollTo({ top: offset }),
    target,
  }, reset)

  const navigate = useNavigate()
  const onClick = (event: MouseEvent) => {
    const path = plainLinkOf(event)
    if (path === undefined) return
    event.preventDefault()
    void navigate(path)
  }

  const lastShown = virtualizer.range?.endIndex ?? 0
  const more = needsMore(props, lastShown)
  useEffect(() => { if (more) onLoadMore() }, [more, onLoadMore])

  const sizes = useMemo(() => ({
    '--grid-columns': columns.map((column) => column.width).join(' '),
    '--grid-row': `${rowHeight}px`,
    '--grid-header': `${headerHeight}px`,
  }) as CSSProperties, [columns, rowHeight])

  return (
    <div
      ref={scroller} role="grid" tabIndex={-1} aria-label={label} aria-busy={stale}
      data-stale={stale || undefined} data-density={density} data-in-page={inPage || undefined}
      aria-rowcount={hasMore && total.capped ? -1 : count + 1} aria-colcount={columns.length}
      className={styles.scroller} style={sizes}
      onClick={onClick} onFocus={onFocus} onBlur={onBlur} onKeyDown={onKeyDown}
    >
      <div className={styles.canvas} style={{ blockSize: virtualizer.getTotalSize() }}>
        <GridHeader columns={columns} sort={sort} onSort={onSort} tabStop={place.row === -1 ? place.column : -1} />
        <div role="rowgroup">
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            return (
              <GridRow
                key={idAt(index) ?? index} index={index} start={inPage ? start - top : start} columns={columns}
                row={row} link={row === undefined ? undefined : rowLink?.(row)}
                tabStop={place.row === index ? place.column : -1}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}
