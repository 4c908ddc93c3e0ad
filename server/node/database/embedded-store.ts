import { join } from 'node:path'
import { Kysely, type LogEvent } from 'kysely'
import { pgliteDialect } from '../../store/sql/pglite-dialect.ts'
import type { DataDirLock } from './data-dir-lock.ts'
import { openEngine } from './engine-port.ts'

export type StoreOptions = {
  /** Receives every finished SQL statement. */
  onQuery?: ((event: LogEvent) => void) | undefined
}

export type OpenedStore<Database> = { db: Kysely<Database>; close(): Promise<void> }

/**
 * Opens PostgreSQL inside this process, with its files in `DATA_DIR/store`. A commit returns after its log record has reached the disk.
 * Needs the directory's lock, since the engine would let two processes write to the same files.
 */
export async function openEmbeddedStore<Database>(
  lock: Pick<DataDirLock, 'dataDir'>,
  { onQuery, thread = new URL('engine-main.ts', import.meta.url) }: StoreOptions & { thread?: URL } = {},
): Promise<OpenedStore<Database>> {
  const engine = await openEngine(thread, join(lock.dataDir, 'store'))
  const db = new Kysely<Database>({ dialect: pgliteDialect(engine), ...(onQuery && { log: onQuery }) })
  return {
    db,
    async close() {
      if (!engine.closed) await engine.query('checkpoint', [])
      await db.destroy()
      await engine.close()
    },
  }
}
