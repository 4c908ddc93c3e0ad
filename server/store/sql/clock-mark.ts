import { type Kysely, sql } from 'kysely'
import type { Database } from './tables/database.ts'

/** `seenAt`: the latest time that any process has worked by; `heldAt`: the time that was not believed, until a person confirms one. */
type ClockMark = { seenAt: string; heldAt: string | null }

const name = 'wall'

/** What all processes on one store know of the time. */
export const clockMark = (db: Kysely<Database>) => ({
  async read(): Promise<ClockMark | undefined> {
    const row = await db.selectFrom('clock').select(['seen_at', 'held_at']).where('name', '=', name).executeTakeFirst()
    return row && { seenAt: row.seen_at, heldAt: row.held_at }
  },
  /** Moves the mark on while nobody doubts the time. */
  async see(now: string): Promise<void> {
    await db
      .insertInto('clock')
      .values({ name, seen_at: now, held_at: null })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet({ seen_at: sql`greatest(clock.seen_at, excluded.seen_at)` }).where('clock.held_at', 'is', null),
      )
      .execute()
  },
  /** Stops every process; the first doubt stays. */
  async hold(now: string): Promise<void> {
    await db
      .insertInto('clock')
      .values({ name, seen_at: now, held_at: now })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ held_at: now }).where('clock.held_at', 'is', null))
      .execute()
  },
  /** A person says that it is this time. */
  async confirm(now: string): Promise<void> {
    await db
      .insertInto('clock')
      .values({ name, seen_at: now, held_at: null })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ seen_at: now, held_at: null }))
      .execute()
  },
})
