import type { Kysely } from 'kysely'
import type { Database } from '../sql/tables/database.ts'

export const signIns = (db: Kysely<Database>) => ({
  /** Takes a sign-in's callback, once; false when it was taken before. Its row lives as long as the callback is accepted. */
  finish: async (id: string, expiresAt: string): Promise<boolean> => {
    const taken = await db
      .insertInto('finished_sign_ins')
      .values({ id, expires_at: expiresAt })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    return taken !== undefined
  },
})
