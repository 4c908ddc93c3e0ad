import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import packageLock from '../package-lock.json' with { type: 'json' }
import { pgliteDialect, pgliteEngine } from '../server/store/pglite-dialect.ts'
import type { Database } from '../server/store/schema/database.ts'
import { migrate, steps } from '../server/store/schema/migrate.ts'

const cache = new URL('../node_modules/.cache/pglite/', import.meta.url)
const engineVersion = packageLock.packages['node_modules/@electric-sql/pglite'].version

/**
 * The files of an embedded store with all tables and no rows, as a tar. Making them takes seconds and reading them a second, so they are
 * kept beside the installed packages until the engine or the tables are others.
 */
export async function pgliteImage(): Promise<Uint8Array<ArrayBuffer>> {
  const key = createHash('sha256').update(JSON.stringify([engineVersion, steps])).digest('hex').slice(0, 16)
  const kept = new URL(`${key}.tar`, cache)
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
  const engine = await PGlite.create()
  const db = new Kysely<Database>({ dialect: pgliteDialect(pgliteEngine(engine)) })
  await migrate(db)
  const image = new Uint8Array(await (await engine.dumpDataDir('none')).arrayBuffer())
  await db.destroy()
  return image
}
