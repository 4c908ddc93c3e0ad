import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import packageLock from '../../package-lock.json' with { type: 'json' }
import { pgliteDialect, pgliteEngine } from '../../server/store/sql/pglite-dialect.ts'
import type { Database } from '../../server/store/sql/tables/database.ts'
import { migrate, steps } from '../../server/store/migrations/migrate.ts'

const cache = new URL('../../node_modules/.cache/pglite/', import.meta.url)
const engineVersion = packageLock.packages['node_modules/@electric-sql/pglite'].version

/** The default of sixteen MiB would be most of the image, and so would the log that the steps leave. */
const initDbStartParams = ['--wal-segsize=1', '--set=min_wal_size=2MB', '--set=max_wal_size=2MB']
/** Unused databases are two thirds of a new store's files; the log keeps only what a crash needs. */
const slimming = [
  "alter system set min_wal_size = '2MB'", "alter system set max_wal_size = '8MB'",
  "alter system set shared_buffers = '8MB'",
  'alter database template0 is_template false', 'alter database template1 is_template false',
  'drop database template0', 'drop database template1', 'checkpoint',
]

/**
 * A tar of an embedded store with all tables and no rows. Making it takes seconds, so it is cached beside the packages until the engine or
 * the tables change.
 */
export async function pgliteImage(): Promise<Uint8Array<ArrayBuffer>> {
  const content = JSON.stringify([engineVersion, initDbStartParams, slimming, steps], (_, value: unknown) =>
    typeof value === 'function' ? String(value) : value)
  const kept = new URL(`${createHash('sha256').update(content).digest('hex').slice(0, 16)}.tar`, cache)
  return readFile(kept).catch(async () => {
    const image = await migratedImage()
    // Moved into place when complete, since several workers may make it at once.
    await mkdir(cache, { recursive: true })
    const draft = new URL(`${randomUUID()}.draft`, cache)
    await writeFile(draft, image)
    await rename(draft, kept)
    return image
  })
}

async function migratedImage(): Promise<Uint8Array<ArrayBuffer>> {
  const engine = await PGlite.create({ initDbStartParams })
  const db = new Kysely<Database>({ dialect: pgliteDialect(pgliteEngine(engine)) })
  await migrate(db)
  for (const statement of slimming) await engine.query(statement)
  const image = new Uint8Array(await (await engine.dumpDataDir('none')).arrayBuffer())
  await db.destroy()
  return image
}
