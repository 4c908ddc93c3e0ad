import { PostgresDialect } from 'kysely'
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { withAvailability } from './availability.ts'
import { sqlReaders } from './sql-readers.ts'

/** The part of PGlite that is used; one session that all callers share. */
export type PgliteEngine = {
  query(
    sql: string,
    parameters: unknown[],
    options: { parsers: Record<number, (text: string) => unknown> },
  ): Promise<{ rows: unknown[]; command?: string; rowCount?: number; affectedRows?: number }>
  /** Whether a BEGIN is waiting for its end. */
  isInTransaction(): boolean
  close(): Promise<void>
}

/** Waits until nobody else holds the session, then gives the function that lets it go. */
export type SessionLock = () => Promise<() => void>

/** First come, first served, within this process or page. */
function createSessionLock(): SessionLock {
  let last: Promise<void> = Promise.resolve()
  return async () => {
    const before = last
    let release!: () => void
    last = new Promise((resolve) => { release = resolve })
    await before
    return release
  }
}

/**
 * Kysely's own PostgreSQL dialect over PGlite's single session: who checks it out has it alone until released, so that transactions of
 * different callers never mix. A transaction left open by a failed rollback is ended before the next caller gets the session.
 * A host with several pages on one database passes a lock that they share.
 */
export const pgliteDialect = (engine: PgliteEngine, lock: SessionLock = createSessionLock()): PostgresDialect =>
  new PostgresDialect({ pool: sessionPool(engine, lock) })

function sessionPool(engine: PgliteEngine, lock: SessionLock): PostgresPool {
  const parsers = { ...sqlReaders }
  const run = async (sql: string, parameters: readonly unknown[]) => {
    const { rows, command, rowCount, affectedRows } = await engine.query(sql, [...parameters], { parsers }).catch((error: unknown) => {
      throw withAvailability(error)
    })
    return { rows, command, rowCount: rowCount ?? affectedRows ?? 0 }
  }
  const checkout = (release: () => void): PostgresPoolClient => ({
    query: ((sql: string, parameters: readonly unknown[]) => run(sql, parameters)) as unknown as Query,
    release: () => {
      if (!engine.isInTransaction()) return release()
      void run('rollback', []).catch(() => undefined).finally(release)
    },
  })
  return {
    connect: async () => checkout(await lock()),
    end: async () => {
      const release = await lock()
      await engine.close().finally(release)
    },
  }
}

type Query = PostgresPoolClient['query'] & (<Row>(sql: string, parameters: readonly unknown[]) => Promise<PostgresQueryResult<Row>>)
