import { useState } from 'react'
import type { GdapRelationshipOnWire } from '../../../../domain/delegated-admin/schemas.ts'
import type { Choice } from './relationship-table.tsx'

/** What somebody has chosen, also what a search hides by now; nothing at first. */
export function useChosen() {
  const [kept, setKept] = useState<ReadonlyMap<string, GdapRelationshipOnWire>>(new Map())
  return {
    rows: [...kept.values()],
    has: (id: string) => kept.has(id),
    put: (changed: readonly GdapRelationshipOnWire[], isChosen: boolean) => setKept((before) => {
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
export type Chosen = ReturnType<typeof useChosen>

/** The same as the boxes beside the rows that are shown. */
export const choiceAmong = (rows: readonly GdapRelationshipOnWire[], { has, put }: Chosen): Choice => ({
  isChosen: has,
  choose: (id, isChosen) => put(rows.filter((row) => row.id === id), isChosen),
  chooseAll: (isChosen) => put(rows, isChosen),
  count: rows.filter(({ id }) => has(id)).length,
})
