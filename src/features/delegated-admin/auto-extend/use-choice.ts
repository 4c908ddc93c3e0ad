import { useState } from 'react'
import type { GdapRelationshipOnWire } from '../../../../domain/delegated-admin/schemas.ts'
import type { Choice } from './relationship-table.tsx'

/** All rows are chosen until somebody takes them out; what comes later is chosen, too. */
export function useChoice(rows: readonly GdapRelationshipOnWire[]): Choice & { chosen: GdapRelationshipOnWire[] } {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = rows.filter(({ id }) => !left.has(id))
  return {
    chosen,
    count: chosen.length,
    isChosen: (id) => !left.has(id),
    choose: (id, isChosen) => setLeft((before) => {
      const next = new Set(before)
      if (isChosen) next.delete(id)
      else next.add(id)
      return next
    }),
    chooseAll: (isChosen) => setLeft(new Set(isChosen ? [] : rows.map(({ id }) => id))),
  }
}
