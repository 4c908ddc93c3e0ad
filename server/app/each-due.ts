import { StaleWrite, StoreUnavailable } from '../store/errors.ts'

type Due<Row> = {
  /** At most `batch` of the rows that are due, in one order; those behind `after` when it is given. */
  find: (batch: number, after: Row | undefined) => Promise<readonly Row[]>
  /** Whether something came of it. */
  work: (row: Row) => Promise<boolean>
  batch: number
}

/**
 * Does the work of every row that is due, and gives of how many something came. Somebody else may have been first, which is as good; a row
 * that fails keeps no other from its turn, and is tried again the next time. Failures are put to `failures`; without it the first is thrown
 * in the end. A store that is away is thrown at once.
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
