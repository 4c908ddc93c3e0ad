import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import { demoSecret } from '../../mocks/demo-secret.ts'
import { pgliteImage } from '../../scripts/databases/pglite-image.ts'
import { linkOf } from '../../server/app/invitations/links.ts'
import { seedDemo } from '../../server/store/demo/seed-demo.ts'
import { pgliteDialect, pgliteEngine } from '../../server/store/sql/pglite-dialect.ts'
import type { Database } from '../../server/store/sql/tables/database.ts'

/** The demo build's image of a database, with the demo's data in it: a browser takes seconds to add them. */
export async function seededImage(publicUrl: string): Promise<Uint8Array> {
  const engine = await PGlite.create({ loadDataDir: new Blob([await pgliteImage()]) })
  const db = new Kysely<Database>({ dialect: pgliteDialect(pgliteEngine(engine)) })
  const links = { publicUrl, secret: demoSecret }
  await seedDemo(db, { now: new Date(), tokenHashOf: async (invitation) => (await linkOf(links, invitation)).tokenHash })
  const image = await (await engine.dumpDataDir('none')).arrayBuffer()
  await db.destroy()
  return promisify(gzip)(new Uint8Array(image))
}
