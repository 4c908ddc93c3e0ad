import { migrate } from '../../store/migrations/migrate.ts'
import type { Database } from '../../store/sql/tables/database.ts'
import type { Settings } from '../env.ts'
import type { DataDirLock } from './data-dir-lock.ts'
import { openEmbeddedStore, type OpenedStore, type StoreOptions } from './embedded-store.ts'
import { openPostgresStore } from './postgres-store.ts'

/** Opens the database, the embedded one with its lock, and brings its tables up to date. */
export async function openTables(
  { databaseUrl = '' }: Pick<Settings, 'databaseUrl'>, lock: DataDirLock | undefined, options: StoreOptions = {},
): Promise<OpenedStore<Database>> {
  if (!lock) await migratePostgres(databaseUrl)
  const opened = await (lock ? openEmbeddedStore<Database>(lock, options) : openPostgresStore<Database>(databaseUrl, options))
  if (!lock) return opened
  try {
    await migrate(opened.db)
    return opened
  } catch (error) {
    await opened.close()
    throw error
  }
}

/** A migration of a large table may take any time. */
async function migratePostgres(url: string): Promise<void> {
  const opened = await openPostgresStore<Database>(url, { connections: 2, statementTimeout: 0, answerTimeout: 0 })
  await migrate(opened.db).finally(() => opened.close())
}
