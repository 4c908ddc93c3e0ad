import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { Checkbox } from '../forms/checkbox.tsx'
import type { GridColumn } from './grid-column.ts'

type Chosen<Row> = { has: (id: string) => boolean; byId: ReadonlyMap<string, Row>; put: (rows: readonly Row[], isChosen: boolean) => void }
type Words<Row> = { header: string; labelOf: (row: Row) => string }

/**
 * Checkboxes for a grid's rows, for its `columns` and `onRowKey`. Space toggles the row, Shift with an arrow extends the choice, and Shift
 * with Space or a click chooses the range.
 */
export function useRowChoice<Row extends { id: string }>(
  rows: readonly Row[], { byId, put }: Chosen<Row>, { header, labelOf }: Words<Row>,
) {
  const last = useRef<string>(undefined)
  const latest = useRef({ rows, put })
  useLayoutEffect(() => { latest.current = { rows, put } })

  const toggle = useCallback((row: Row, isChosen: boolean, isRange: boolean) => {
    const all = latest.current.rows
    const [from, to] = [last.current, row.id].map((id) => all.findIndex((each) => each.id === id)).toSorted((a, b) => a - b)
    const range = isRange && from !== undefined && from >= 0 && to !== undefined ? all.slice(from, to + 1) : [row]
    last.current = row.id
    latest.current.put(range, isChosen)
  }, [])

  const column = useMemo((): GridColumn<Row> => ({
    id: 'choice', isChoice: true, header, width: 'var(--grid-choice)',
    cell: (row, tabIndex) => (
      <Checkbox label={<span className="visually-hidden">{labelOf(row)}</span>} checked={byId.has(row.id)} tabIndex={tabIndex}
        onChange={({ target, nativeEvent }) => toggle(row, target.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)} />
    ),
  }), [byId, header, labelOf, toggle])

  const onRowKey = useCallback((event: KeyboardEvent, from: Row | undefined, to: Row | undefined) => {
    if (!from) return
    const isArrow = event.key === 'ArrowUp' || event.key === 'ArrowDown'
    if (event.shiftKey && isArrow && to) {
      last.current = to.id
      latest.current.put([from, to], true)
    } else if (event.key === ' ' && !(event.target instanceof HTMLInputElement)) {
      event.preventDefault()
      toggle(from, !byId.has(from.id), event.shiftKey)
    }
  }, [byId, toggle])

  return { column, onRowKey }
}
