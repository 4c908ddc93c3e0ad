import type { VirtualItem } from '@tanstack/react-virtual'
import type { Place } from './grid-keys.ts'

type Kept = {
  offset: number
  place: Place
  rowId: string | undefined
  /** The drawn cards' heights, without which the offset means other rows. */
  measured: VirtualItem[]
}

const most = 100
const kept = new Map<string, Kept>()

/** Recalls the grid's position of this history entry, until the page is reloaded. */
export const recall = (entry: string): Kept | undefined => kept.get(entry)

/** Merges into this history entry's memory; keeps 100 entries. */
export function remember(entry: string, now: Partial<Kept>): void {
  const before = kept.get(entry) ?? { offset: 0, place: { row: 0, column: 0 }, rowId: undefined, measured: [] }
  kept.delete(entry)
  kept.set(entry, { ...before, ...now })
  if (kept.size > most) for (const oldest of kept.keys()) { kept.delete(oldest); break }
}
