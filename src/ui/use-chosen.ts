import { useState } from 'react'

/** The rows that somebody has chosen, also those that a search hides by now; none at first. */
export function useChosen<Row extends { id: string }>() {
  const [kept, setKept] = useState<ReadonlyMap<string, Row>>(new Map())
  return {
    byId: kept,
    rows: [...kept.values()],
    has: (id: string) => kept.has(id),
    put: (changed: readonly Row[], isChosen: boolean) => setKept((before) => {
      const next = new Map(before)
      for (const row of changed) {
        if (isChosen) next.set(row.id, row)
        else next.delete(row.id)
      }
      return next
    }),
    clear: () => setKept(new Map()),
  }
}
