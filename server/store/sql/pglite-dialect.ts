import { PostgresDialect } from 'kysely'
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { withAvailability } from './availability.ts'
import { sqlReaders } from './sql-readers.ts'

/** One session that all callers share; rows read the same on every host. */
export type PgliteEngine = {
  query(sql: string, parameters: readonly unknown[]): Promise<{ rows: unknown[]; command?: string | undefined; rowCount: number }>
  isInTransaction(): boolean
  close(): Promise<void>
}

/** The used part of PGlite. */
type Pglite = Pick<PgliteEngine, 'isInTransaction' | 'close'> & {
  query(
    sql: string,
    parameters: unknown[],
    options: { parsers: Record<number, (text: string) => unknown> },
  ): Promise<{ rows: unknown[]; command?: string; rowCount?: number; affectedRows?: number }>
}

/** Runs PGlite in this thread; `turn` lets other work run after each statement. */
export function pgliteEngine(pglite: Pglite, turn?: () => Promise<void>): PgliteEngine {
  const parsers = { ...sqlReaders }
  return {
    async query(sql, parameters) {
      try {
        const { rows, command, rowCount, affectedRows } = await pglite.query(sql, [...parameters], { parsers })
        return { rows, command, rowCount: rowCount ?? affectedRows ?? 0 }
      } finally {
        await turn?.()
      }
    },
    isInTransaction: () => pglite.isInTransaction(),
    close: () => pglite.close(),
  }
}

/** Resolves in order, when nobody else has the session, with its release. */
function createSessionLock(): () => Promise<() => void> {
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
 * Kysely's PostgreSQL dialect over PGlite's single session, which one caller has until release, so that transactions never mix. Ends a
 * transaction that a failed rollback left open.
 */
export const pgliteDialect = (engine: PgliteEngine): PostgresDialect => new PostgresDialect({ pool: sessionPool(engine) })

function sessionPool(engine: PgliteEngine): PostgresPool {
  const lock = createSessionLock()
  const run = (sql: string, parameters: readonly unknown[]) =>
    engine.query(sql, parameters).catch((error: unknown) => {
      throw withAvailability(error)
    })
  const checkout = (release: () => void): PostgresPoolClient => ({
    query: ((sql: string, parameters: readonly unknown[]) => run(sql, parameters)) as unknown as Query,
    release: () => {
      if (!engine.isInTransaction()) return release()
      void engine.query('rollback', []).catch(() => undefined).finally(release)
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
