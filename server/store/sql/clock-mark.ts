import { type Kysely, sql } from 'kysely'
import type { Database } from './tables/database.ts'

/** `seenAt`: the latest time that any process has used; `heldAt`: the doubted time, until a person confirms one. */
type ClockMark = { seenAt: string; heldAt: string | null }

const name = 'wall'

/** The clock's state, shared by all processes of a store. */
export const clockMark = (db: Kysely<Database>) => ({
  async read(): Promise<ClockMark | undefined> {
    const row = await db.selectFrom('clock').select(['seen_at', 'held_at']).where('name', '=', name).executeTakeFirst()
    return row && { seenAt: row.seen_at, heldAt: row.held_at }
  },
  /** Moves the mark on unless it is held. */
  async see(now: string): Promise<void> {
    await db
      .insertInto('clock')
      .values({ name, seen_at: now, held_at: null })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet({ seen_at: sql`greatest(clock.seen_at, excluded.seen_at)` }).where('clock.held_at', 'is', null),
      )
      .execute()
  },
  /** Holds every process; the first doubt stays. */
  async hold(now: string): Promise<void> {
    await db
      .insertInto('clock')
      .values({ name, seen_at: now, held_at: now })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ held_at: now }).where('clock.held_at', 'is', null))
      .execute()
  },
  /** Confirms this time for a person. */
  async confirm(now: string): Promise<void> {
    await db
      .insertInto('clock')
      .values({ name, seen_at: now, held_at: null })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ seen_at: now, held_at: null }))
      .execute()
  },
})
