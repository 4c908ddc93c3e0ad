import type { VirtualItem } from '@tanstack/react-virtual'
import type { Place } from './grid-keys.ts'

type Kept = {
  offset: number
  place: Place
  rowId: string | undefined
  /** How high the cards were that had been drawn; without them the offset means other rows. */
  measured: VirtualItem[]
}

const most = 100
const kept = new Map<string, Kept>()

/** Where the person was in the grid of this history entry, in this page's life. */
export const recall = (entry: string): Kept | undefined => kept.get(entry)

/** Merges into what is kept for this history entry; the oldest entry is forgotten beyond 100. */
export function remember(entry: string, now: Partial<Kept>): void {
  const before = kept.get(entry) ?? { offset: 0, place: { row: 0, column: 0 }, rowId: undefined, measured: [] }
  kept.delete(entry)
  kept.set(entry, { ...before, ...now })
  if (kept.size > most) for (const oldest of kept.keys()) { kept.delete(oldest); break }
}
