import { type Kysely, sql } from 'kysely'
import type { Database } from './schema/database.ts'
import type { Scope } from './scope.ts'

export type DailyCountStore = {
  /** Adds to what the organisation did of this on this day (`YYYY-MM-DD`, UTC), and answers the day's total, whichever process counted. */
  add(scope: Scope, what: 'refused_rows', day: string, count: number): Promise<number>
}

export const dailyCounts = (db: Kysely<Database>): DailyCountStore => ({
  add: async (scope, what, day, count) => {
    const added = await db
      .insertInto('daily_counts')
      .values({ organization_id: scope.organizationId, what, day, count })
      .onConflict((conflict) =>
        conflict.columns(['organization_id', 'what']).doUpdateSet((eb) => ({
          day: eb.ref('excluded.day'),
          count: sql<number>`excluded.count + case when daily_counts.day = excluded.day then daily_counts.count else 0 end`,
        })),
      )
      .returning('count')
      .executeTakeFirstOrThrow()
    return added.count
  },
})
