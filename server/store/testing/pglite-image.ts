import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import packageLock from '../../../package-lock.json' with { type: 'json' }
import { pgliteDialect, pgliteEngine } from '../pglite-dialect.ts'
import type { Database } from '../schema/database.ts'
import { migrate, steps } from '../schema/migrate.ts'

const cache = new URL('../../../node_modules/.cache/pglite/', import.meta.url)
const engineVersion = packageLock.packages['node_modules/@electric-sql/pglite'].version

/** PGlite in memory with all tables. Making one takes seconds, so an image of it is kept beside the installed packages. */
export async function openMigratedPglite(): Promise<Kysely<Database>> {
  const image = new URL(
    `${createHash('sha256')
      .update(JSON.stringify([engineVersion, steps]))
      .digest('hex')
      .slice(0, 16)}.tar`,
    cache,
  )
  const kept = await readFile(image).catch(() => undefined)
  if (kept) return kyselyOver(await PGlite.create({ loadDataDir: new Blob([kept]) }))
  const engine = await PGlite.create()
  const db = kyselyOver(engine)
  await migrate(db)
  await keep(image, await engine.dumpDataDir('none'))
  return db
}

const kyselyOver = (engine: PGlite) => new Kysely<Database>({ dialect: pgliteDialect(pgliteEngine(engine, () => setImmediate())) })

/** Moved into place when complete, since several workers may make it at once. */
async function keep(image: URL, dump: Blob): Promise<void> {
  await mkdir(cache, { recursive: true })
  const draft = new URL(`${randomUUID()}.draft`, cache)
  await writeFile(draft, new Uint8Array(await dump.arrayBuffer()))
  await rename(draft, image)
}
