import type { Kysely, Transaction } from 'kysely'
import type { Database } from './tables/database.ts'

const attempts = 6
/** After a serialization failure or deadlock the transaction may run again. */
const passingCodes = ['40001', '40P01']

/** Thrown when a transaction met a row that someone else has just made: the next attempt sees it. */
export class LostRace extends Error {}

const mayPass = (error: unknown): boolean =>
  error instanceof LostRace || (error instanceof Error && 'code' in error && passingCodes.includes(String(error.code)))

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Runs all of `work` or nothing, up to six times when the database asks for it. */
export async function inTransaction<Result>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt === attempts || !mayPass(error)) throw error
      await pause(Math.random() * 10 * 2 ** attempt)
    }
  }
}
