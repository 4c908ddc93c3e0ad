import { describe, expect, it } from 'vitest'
import { sortOf } from './grid-column.ts'
import { nextPlace } from './grid-keys.ts'

const extent = { rows: 100, columns: 7, page: 20 }
const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

describe('keys of the grid', () => {
  it.each([
    ['ArrowDown moves to the row below', 'ArrowDown', {}, [3, 2], [4, 2]],
    ['ArrowDown stays on the last row', 'ArrowDown', {}, [99, 2], [99, 2]],
    ['ArrowDown leaves the header for the first row', 'ArrowDown', {}, [-1, 2], [0, 2]],
    ['ArrowUp moves from the first row to the header', 'ArrowUp', {}, [0, 2], [-1, 2]],
    ['ArrowUp stays on the header', 'ArrowUp', {}, [-1, 2], [-1, 2]],
    ['ArrowRight stays in the last column', 'ArrowRight', {}, [3, 6], [3, 6]],
    ['ArrowLeft moves one column back', 'ArrowLeft', {}, [3, 6], [3, 5]],
    ['Home goes to the first column', 'Home', {}, [3, 4], [3, 0]],
    ['End goes to the last column', 'End', {}, [3, 0], [3, 6]],
    ['Ctrl+Home goes to the first cell of the first row', 'Home', { ctrlKey: true }, [50, 4], [0, 0]],
    ['Command+End goes to the last cell of the last row', 'End', { metaKey: true }, [50, 4], [99, 6]],
    ['PageDown moves one screenful', 'PageDown', {}, [3, 4], [23, 4]],
    ['PageDown stops at the last row', 'PageDown', {}, [95, 4], [99, 4]],
    ['PageUp stops at the first row', 'PageUp', {}, [5, 4], [0, 4]],
    ['PageUp on the first row reaches the header', 'PageUp', {}, [0, 4], [-1, 4]],
  ] as const)('%s', (_name, key, modifiers, from, to) => {
    expect(nextPlace({ ...plain, ...modifiers, key }, { row: from[0], column: from[1] }, extent)).toEqual({ row: to[0], column: to[1] })
  })

  it.each([
    ['letters', { key: 'a' }],
    ['Tab', { key: 'Tab' }],
    ['Alt+ArrowLeft, the browser’s way back', { key: 'ArrowLeft', altKey: true }],
    ['Ctrl+ArrowDown', { key: 'ArrowDown', ctrlKey: true }],
    ['Shift+ArrowDown', { key: 'ArrowDown', shiftKey: true }],
  ])('leaves %s alone', (_name, pressed) => {
    expect(nextPlace({ ...plain, ...pressed }, { row: 3, column: 2 }, extent)).toBeUndefined()
  })

  it('moves up and down with Shift where rows are chosen, and takes no other key with it', () => {
    const move = (key: string) => nextPlace({ ...plain, key, shiftKey: true }, { row: 3, column: 2 }, { ...extent, takesShift: true })
    const moved = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'Home'].map(move)
    expect(moved).toEqual([{ row: 4, column: 2 }, { row: 2, column: 2 }, undefined, undefined])
  })

  it('stays on the header when there is no row', () => {
    const empty = { ...extent, rows: 0 }
    for (const key of ['ArrowDown', 'PageDown', 'PageUp'])
      expect(nextPlace({ ...plain, key }, { row: -1, column: 1 }, empty)).toEqual({ row: -1, column: 1 })
    expect(nextPlace({ ...plain, ctrlKey: true, key: 'Home' }, { row: -1, column: 1 }, empty)).toEqual({ row: -1, column: 0 })
  })
})

describe('sort of a column', () => {
  it.each([
    ['not sorted by it', undefined, 'none', 'name'],
    ['ascending', 'name', 'ascending', '-name'],
    ['descending', '-name', 'descending', 'name'],
    ['sorted by another column', '-date', 'none', 'name'],
  ] as const)('%s', (_name, sort, direction, next) => {
    expect(sortOf({ sortKey: 'name' }, sort)).toEqual({ direction, next })
  })

  it('may begin with the newest', () => {
    expect(sortOf({ sortKey: 'date', sortFirst: 'descending' }, 'name')).toEqual({ direction: 'none', next: '-date' })
  })

  it('says nothing of a column that cannot be sorted', () => {
    expect(sortOf({}, 'name')).toBeUndefined()
  })
})
