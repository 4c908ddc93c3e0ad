import { type Kysely, sql, type Transaction } from 'kysely'
import { dayOf, type Limit } from '../../../domain/limits/limit.ts'
import { TooMany } from '../../../domain/limits/too-many.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'

/** An organisation's daily counts across processes. */
type Counted = 'hidden_refusals' | 'refused_rows'

export const limits = (db: Kysely<Database>) => ({
  /** Takes this many of the day's `most`, or none and returns false. */
  take: ({ organizationId: owner }: Scope, what: Counted, at: string, amount: number, most: number): Promise<boolean> =>
    counts(db, { owner, what, most }, at, amount),

  /** Returns what was taken on this day and not used. */
  giveBack: async ({ organizationId: owner }: Scope, what: Counted, at: string, amount: number): Promise<void> => {
    await db
      .updateTable('limits')
      .set({ count: sql<number>`greatest(count - ${amount}, 0)` })
      .where((eb) => eb.and({ owner, what, day: dayOf(at) }))
      .execute()
  },

  /** Counts without a limit; returns the day's total. */
  add: async ({ organizationId: owner }: Scope, what: Counted, at: string, amount: number): Promise<number> => {
    const { count } = await db
      .insertInto('limits')
      .values({ owner, what, day: dayOf(at), count: amount })
      .onConflict((conflict) =>
        conflict.columns(['owner', 'what', 'day']).doUpdateSet((eb) => ({ count: eb('limits.count', '+', eb.ref('excluded.count')) })))
      .returning('count')
      .executeTakeFirstOrThrow()
    return count
  },
})

/**
 * Counts `amount` under a limit, in the caller's transaction; false without room for all. The write holds the condition, so that concurrent
 * callers cannot pass together.
 */
export async function counts(db: Kysely<Database>, { owner, what, most }: Omit<Limit, 'code'>, at: string, amount = 1): Promise<boolean> {
  if (amount > most) return false
  const counted = await db
    .insertInto('limits')
    .values({ owner, what, day: dayOf(at), count: amount })
    .onConflict((conflict) =>
      conflict
        .columns(['owner', 'what', 'day'])
        .doUpdateSet((eb) => ({ count: eb('limits.count', '+', eb.ref('excluded.count')) }))
        .where(sql<boolean>`limits.count + excluded.count <= ${most}`))
    .returning('count')
    .executeTakeFirst()
  return counted !== undefined
}

const inOrder = (one: Limit, other: Limit): number => (`${one.owner} ${one.what}` < `${other.owner} ${other.what}` ? -1 : 1)

/** Counts under all of these or throws {@link TooMany}; in one order, against deadlocks. */
export async function countOrRefuse(trx: Transaction<Database>, all: readonly Limit[], at: string): Promise<void> {
  for (const limit of all.toSorted(inOrder)) if (!(await counts(trx, limit, at))) throw new TooMany(limit, at)
}
