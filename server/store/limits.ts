import { sql, type Transaction } from 'kysely'
import { dayOf, type Limit } from '../../domain/limits/limit.ts'
import { TooMany } from '../../domain/limits/too-many.ts'
import type { Database } from './schema/database.ts'

/**
 * Counts one more under a limit, in the transaction of what is counted: true while there is room. The condition is part of the write, so
 * that callers at the same time cannot pass together, whatever processes they are in.
 */
export async function counts(trx: Transaction<Database>, { owner, what, most }: Limit, at: string): Promise<boolean> {
  const counted = await trx
    .insertInto('limits')
    .values({ owner, what, day: dayOf(at), count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['owner', 'what', 'day'])
        .doUpdateSet({ count: sql<number>`limits.count + 1` })
        .where('limits.count', '<', most))
    .returning('count')
    .executeTakeFirst()
  return counted !== undefined
}

const inOrder = (one: Limit, other: Limit): number => (`${one.owner} ${one.what}` < `${other.owner} ${other.what}` ? -1 : 1)

/** Counts under all of these or throws {@link TooMany}; in one order, so that callers wait for one another and never in a ring. */
export async function countOrRefuse(trx: Transaction<Database>, limits: readonly Limit[], at: string): Promise<void> {
  for (const limit of limits.toSorted(inOrder)) if (!(await counts(trx, limit, at))) throw new TooMany(limit, at)
}
