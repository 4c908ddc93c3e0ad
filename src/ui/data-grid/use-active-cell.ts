import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type Extent, nextPlace, type Place } from './grid-keys.ts'
import { recall, remember } from './grid-memory.ts'

type Options = {
  root: RefObject<HTMLElement | null>
  extent: Extent
  idAt: (index: number) => string | undefined
  indexOf: (id: string) => number
  keptAs: { entry: string; view: string }
  /** Receives keys in a row, and the row they lead to. */
  onRowKey: ((event: KeyboardEvent, from: number, to: number | undefined) => void) | undefined
}

const cellAt = (root: HTMLElement | null, { row, column }: Place) =>
  root?.querySelector<HTMLElement>(`[data-row="${row}"] > [data-column="${column}"]`)

/** A cell's only control (the row's link or checkbox, the sort button), else the cell. */
const focusableIn = (cell: HTMLElement): HTMLElement => cell.querySelector<HTMLElement>('a, button, input') ?? cell

function placeOf(target: EventTarget): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  const row = cell?.closest<HTMLElement>('[data-row]')
  return cell && row ? { row: Number(row.dataset.row), column: Number(cell.dataset.column) } : undefined
}

/**
 * The grid's one tab stop, moved by the keys of the ARIA grid pattern. It belongs to a row's id, so the focus stays with its row when rows
 * change, and with its place when the row is gone.
 */
export function useActiveCell({ root, extent, idAt, indexOf, keptAs, onRowKey }: Options) {
  const [active, setActive] = useState<Place & { id: string | undefined }>(() => {
    const before = recall(keptAs.entry)
    return before ? { ...before.place, id: before.rowId } : { row: 0, column: 0, id: undefined }
  })
  const focused = useRef(false)
  const moved = useRef(false)

  const row = useMemo(() => {
    if (active.row < 0) return -1
    const last = Math.max(extent.rows - 1, -1)
    if (active.id === undefined || idAt(active.row) === active.id) return Math.min(active.row, last)
    const found = indexOf(active.id)
    return found >= 0 ? found : Math.min(active.row, last)
  }, [active, extent.rows, idAt, indexOf])
  const place: Place = { row, column: Math.min(active.column, extent.columns - 1) }

  useLayoutEffect(() => {
    const lost = focused.current && (document.activeElement === document.body || document.activeElement === null)
    if (!moved.current && !lost) return
    const cell = cellAt(root.current, place)
    if (!cell) return
    focusableIn(cell).focus({ preventScroll: true })
    if (moved.current) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    moved.current = false
  })

  const put = (next: Place) => {
    const id = idAt(next.row)
    setActive({ ...next, id })
    remember(keptAs.entry, { place: next, rowId: id })
  }

  return {
    place,
    /** Makes the first cell the tab stop. */
    reset: () => setActive({ row: 0, column: 0, id: undefined }),
    onFocus: (event: FocusEvent) => {
      focused.current = true
      const at = placeOf(event.target)
      if (at && (at.row !== place.row || at.column !== place.column)) put(at)
    },
    onBlur: (event: FocusEvent) => { focused.current = event.currentTarget.contains(event.relatedTarget) },
    onKeyDown: (event: KeyboardEvent) => {
      const at = placeOf(event.target)
      if (!at) return
      if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('[data-column], input')) {
        event.target.closest('[data-row]')?.querySelector('a')?.click()
        return
      }
      const next = nextPlace(event, at, extent)
      if (at.row >= 0) onRowKey?.(event, at.row, next?.row)
      if (!next) return
      event.preventDefault()
      moved.current = true
      put(next)
    },
  }
}
