import type { Kysely, Transaction } from 'kysely'
import type { Database } from './tables/database.ts'

const attempts = 6
/** Serialization failure and deadlock: the transaction did nothing and may run again. */
const passingCodes = ['40001', '40P01']

/** Thrown inside a transaction that met a row someone else has just made: the next attempt sees it. */
export class LostRace extends Error {}

const mayPass = (error: unknown): boolean =>
  error instanceof LostRace || (error instanceof Error && 'code' in error && passingCodes.includes(String(error.code)))

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** All of `work` or nothing of it; `work` may run again, up to six times, when the database asks for that. */
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
