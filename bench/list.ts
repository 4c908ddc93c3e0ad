import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery, type LogEvent } from 'kysely'
import { startPostgres } from '../scripts/databases/postgres.ts'
import { linkOf } from '../server/app/invitations/links.ts'
import { lockDataDir } from '../server/node/database/data-dir-lock.ts'
import { openEmbeddedStore, type OpenedStore } from '../server/node/database/embedded-store.ts'
import { openPostgresStore } from '../server/node/database/postgres-store.ts'
import { seedDemo } from '../server/store/demo/seed-demo.ts'
import type { Database } from '../server/store/sql/tables/database.ts'
import { migrate } from '../server/store/migrations/migrate.ts'
import { askAs, links } from './tools/api.ts'
import { customerCsv } from './tools/customer-csv.ts'
import { median } from './tools/median.ts'
import { timed } from './tools/timed.ts'

const budget = 2
const customers = 10_000
const runs = 400
const now = () => new Date()

type Statement = { sql: string; parameters: readonly unknown[] }

/** Compares the API's first page of a customer list with its bare SQL statements, on both engines; p50. */
async function list(): Promise<boolean> {
  const room = await mkdtemp(join(tmpdir(), 'tessera-bench-'))
  const postgres = await startPostgres()
  try {
    const heard: Statement[] = []
    const onQuery = ({ query: { sql, parameters } }: LogEvent) => void heard.push({ sql, parameters })
    const lock = lockDataDir(room, now)
    const embedded = await ratioOn('PGlite', await openEmbeddedStore<Database>(lock, { onQuery }), heard)
    lock.release()
    const served = await ratioOn('PostgreSQL', await openPostgresStore<Database>(postgres.url, { onQuery }), heard)
    return embedded <= budget && served <= budget
  } finally {
    await postgres.stop()
    await rm(room, { recursive: true, force: true })
  }
}

async function ratioOn(engine: string, opened: OpenedStore<Database>, heard: Statement[]): Promise<number> {
  const { db } = opened
  await migrate(db)
  await seedDemo(db, { now: now(), tokenHashOf: async (invitation) => (await linkOf(links, invitation)).tokenHash })
  const ask = await askAs(db, 'provider.sales')
  const upload = { method: 'POST', headers: { 'content-type': 'text/csv' }, body: customerCsv(customers) }
  await (await ask('/customers/import?dryRun=false', upload)).text()
  heard.length = 0
  await (await ask('/customers')).text()
  const statements = heard.filter(({ sql }) => sql.includes('"customers"'))

  const times = { api: [] as number[], sql: [] as number[] }
  for (let run = 0; run < runs; run++) {
    times.api.push(await timed(async () => (await ask('/customers')).text()))
    times.sql.push(await timed(async () => {
      for (const { sql, parameters } of statements) await db.executeQuery(CompiledQuery.raw(sql, [...parameters]))
    }))
  }
  await opened.close()
  const [api, bare] = [median(times.api), median(times.sql)]
  const ratio = `ratio ${(api / bare).toFixed(2)} of ${budget}`
  console.log(`${engine}: answer ${api.toFixed(2)} ms, its ${statements.length} statements ${bare.toFixed(2)} ms, ${ratio}`)
  return api / bare
}

process.exitCode = (await list()) ? 0 : 1
