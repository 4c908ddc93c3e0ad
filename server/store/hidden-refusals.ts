import { type Kysely, sql } from 'kysely'
import type { Database } from './schema/database.ts'
import type { Scope } from './scope.ts'
import { inTransaction } from './transaction.ts'

/** What an organisation may still be refused on a day for reasons that it cannot know, shared by all processes. */
export type HiddenRefusalStore = {
  /** Takes so many of the day's `limit`, or none and says no. `day` is `YYYY-MM-DD`. */
  take(scope: Scope, day: string, amount: number, limit: number): Promise<boolean>
  /** Gives back what was taken on this day and not needed. */
  giveBack(scope: Scope, day: string, amount: number): Promise<void>
}

export const hiddenRefusals = (db: Kysely<Database>): HiddenRefusalStore => ({
  take: (scope, day, amount, limit) =>
    inTransaction(db, async (trx) => {
      // A process whose clock is behind counts on the newer day, so that no day begins twice.
      const taken = await trx
        .insertInto('hidden_refusals')
        .values({ organization_id: scope.organizationId, day, count: amount })
        .onConflict((conflict) =>
          conflict
            .column('organization_id')
            .doUpdateSet({
              day: sql`greatest(hidden_refusals.day, excluded.day)`,
              count: sql`case when hidden_refusals.day < excluded.day then excluded.count else hidden_refusals.count + excluded.count end`,
            })
            .where(sql<boolean>`hidden_refusals.day < excluded.day or hidden_refusals.count + excluded.count <= ${limit}`),
        )
        .returning('count')
        .executeTakeFirst()
      return taken !== undefined
    }),

  giveBack: (scope, day, amount) =>
    inTransaction(db, async (trx) => {
      await trx
        .updateTable('hidden_refusals')
        .set({ count: sql<number>`greatest(count - ${amount}, 0)` })
        .where('organization_id', '=', scope.organizationId)
        .where('day', '=', day)
        .execute()
    }),
})
