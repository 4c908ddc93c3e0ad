import { useCallback, useState } from 'react'

/** The chosen rows, including those that a search hides; at most `most`. */
export function useChosen<Row extends { id: string }>(most = Infinity) {
  const [byId, setChosen] = useState<ReadonlyMap<string, Row>>(new Map())
  const put = useCallback((changed: readonly Row[], isChosen: boolean) => setChosen((before) => {
    const next = new Map(before)
    for (const row of changed) {
      if (!isChosen) next.delete(row.id)
      else if (next.size < most || next.has(row.id)) next.set(row.id, row)
    }
    return next
  }), [most])
  return { byId, rows: [...byId.values()], has: (id: string) => byId.has(id), put, clear: () => setChosen(new Map()) }
}
