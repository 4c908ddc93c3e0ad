import { StaleWrite, StoreUnavailable } from '../store/errors.ts'

type Due<Row> = {
  /** Returns at most `batch` due rows in order, those after `after` when given. */
  find: (batch: number, after: Row | undefined) => Promise<readonly Row[]>
  /** Returns whether something was done. */
  work: (row: Row) => Promise<boolean>
  batch: number
}

/**
 * Works on every due row and counts those with a result. Another process may be first; a failing row holds up no other and is tried again
 * next time. Reports failures to `failures`, else throws the first in the end. Throws at once when the store is unavailable.
 */
export async function eachDue<Row>({ find, work, batch }: Due<Row>, failures?: unknown[]): Promise<number> {
  const failed = failures ?? []
  let done = 0
  let after: Row | undefined
  do {
    const due = await find(batch, after)
    for (const row of due)
      try {
        if (await work(row)) done += 1
      } catch (error) {
        if (error instanceof StoreUnavailable) throw error
        if (!(error instanceof StaleWrite)) failed.push(error)
      }
    after = due.length < batch ? undefined : due.at(-1)
  } while (after)
  if (!failures && failed.length > 0) throw failed[0]
  return done
}
