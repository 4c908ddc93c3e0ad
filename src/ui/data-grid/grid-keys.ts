/** Row -1 is the header; columns count from 0. */
export type Place = { row: number; column: number }

/** Existing rows and columns, and whole rows per screen; `takesShift` where rows are chosen. */
export type Extent = { rows: number; columns: number; page: number; takesShift?: boolean }

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), Math.max(least, most))

/** Returns where a key moves the focus (the ARIA grid pattern), or undefined for other keys. Stays within the grid. */
export function nextPlace(pressed: Pressed, at: Place, extent: Extent): Place | undefined {
  const extendsChoice = extent.takesShift === true && ['ArrowUp', 'ArrowDown'].includes(pressed.key)
  if (pressed.altKey || (pressed.shiftKey && !extendsChoice)) return undefined
  const all = pressed.ctrlKey || pressed.metaKey
  const place = (row: number, column: number): Place => ({
    row: within(row, -1, extent.rows - 1),
    column: within(column, 0, extent.columns - 1),
  })
  if (all) {
    if (pressed.key === 'Home') return place(extent.rows > 0 ? 0 : -1, 0)
    if (pressed.key === 'End') return place(extent.rows - 1, extent.columns - 1)
    return undefined
  }
  switch (pressed.key) {
    case 'ArrowUp': return place(at.row - 1, at.column)
    case 'ArrowDown': return place(at.row + 1, at.column)
    case 'ArrowLeft': return place(at.row, at.column - 1)
    case 'ArrowRight': return place(at.row, at.column + 1)
    case 'Home': return place(at.row, 0)
    case 'End': return place(at.row, extent.columns - 1)
    case 'PageUp': return at.row <= 0 ? place(-1, at.column) : place(Math.max(0, at.row - extent.page), at.column)
    case 'PageDown': return place(at.row + extent.page, at.column)
    default: return undefined
  }
}
