import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import type { useChosen } from '../../../ui/lists/use-chosen.ts'
import type { Choice } from './relationship-table.tsx'

export type Chosen = ReturnType<typeof useChosen<GdapRelationshipOnWire>>

/** Limits the choice to the shown rows. */
export const choiceAmong = (rows: readonly GdapRelationshipOnWire[], { has, put }: Chosen): Choice => ({
  isChosen: has,
  choose: (id, isChosen) => put(rows.filter((row) => row.id === id), isChosen),
  chooseAll: (isChosen) => put(rows, isChosen),
  count: rows.filter(({ id }) => has(id)).length,
})
