import type { VirtualItem } from '@tanstack/react-virtual'
import { tabMemory } from '../lists/tab-memory.ts'
import type { Place } from './grid-keys.ts'

type Kept = {
  offset: number
  place: Place
  rowId: string | undefined
  /** The drawn cards' heights, without which the offset means other rows. */
  measured: VirtualItem[]
}

const kept = tabMemory<Kept>('grids', 100, ({ offset, place }) => ({ offset, place, rowId: undefined, measured: [] }))

/** Recalls the grid's position of this history entry; a reload leaves its offset and place. */
export const recall = (entry: string): Kept | undefined => kept.get(entry)

/** Merges into this history entry's memory; keeps 100 entries. */
export const remember = (entry: string, now: Partial<Kept>): void =>
  kept.set(entry, { offset: 0, place: { row: 0, column: 0 }, rowId: undefined, measured: [], ...kept.get(entry), ...now })
