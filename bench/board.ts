import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery, type LogEvent } from 'kysely'
import type { GdapRelationshipOnWire } from '../domain/gdap/schemas.ts'
import type { Page } from '../domain/page.ts'
import { startPostgres } from '../scripts/databases/postgres.ts'
import { linkOf } from '../server/app/invitations/links.ts'
import { lockDataDir } from '../server/node/database/data-dir-lock.ts'
import { openEmbeddedStore, type OpenedStore } from '../server/node/database/embedded-store.ts'
import { openPostgresStore } from '../server/node/database/postgres-store.ts'
import { scene } from '../server/store/demo/scene.ts'
import { seedDemo } from '../server/store/demo/seed-demo.ts'
import type { Database } from '../server/store/sql/tables/database.ts'
import { migrate } from '../server/store/migrations/migrate.ts'
import { type Ask, askAs, links } from './tools/api.ts'
import { boardOnScreen } from './tools/board-screen.ts'
import { giveRelationships } from './tools/gdap-rows.ts'
import { median } from './tools/median.ts'
import { timed } from './tools/timed.ts'

const budget = 2
const relationships = 10_000
const extended = 500
const runs = 60
const now = () => new Date()

type Statement = { sql: string; parameters: readonly unknown[] }

/** Compares the board of 10,000 relationships with its bare SQL statements, on both engines (p50), and measures it on screen. */
async function board(): Promise<boolean> {
  const room = await mkdtemp(join(tmpdir(), 'tessera-bench-'))
  const postgres = await startPostgres()
  try {
    const heard: Statement[] = []
    const onQuery = ({ query: { sql, parameters } }: LogEvent) => void heard.push({ sql, parameters })
    const lock = lockDataDir(room, now)
    const embedded = await figuresOn('PGlite', await openEmbeddedStore<Database>(lock, { onQuery }), heard)
    lock.release()
    const onScreen = await boardOnScreen(room, relationships)
    const served = await figuresOn('PostgreSQL', await openPostgresStore<Database>(postgres.url, { onQuery }), heard)
    return embedded && served && onScreen
  } finally {
    await postgres.stop()
    await rm(room, { recursive: true, force: true })
  }
}

async function figuresOn(engine: string, opened: OpenedStore<Database>, heard: Statement[]): Promise<boolean> {
  const { db } = opened
  await migrate(db)
  await seedDemo(db, { now: now(), tokenHashOf: async (invitation) => (await linkOf(links, invitation)).tokenHash })
  await giveRelationships(db, scene.organizations.contoso.id, relationships, now())
  const ask = await askAs(db, 'provider.admin')
  const ratios = [
    await ratioOf(`${engine}: a page of the list`, '/delegated-admin/relationships?sort=endDateTime'),
    await ratioOf(`${engine}: the board`, '/delegated-admin/expiry'),
    await ratioOf(`${engine}: those of one column`, '/delegated-admin/relationships?bucket=within_30&sort=endDateTime'),
  ]
  const seconds = await extend(ask)
  console.log(`${engine}: auto-extend of ${extended}: ${seconds.toFixed(2)} s, ${((seconds * 1000) / extended).toFixed(2)} ms each`)
  await opened.close()
  return ratios.every((ratio) => ratio <= budget)

  async function ratioOf(what: string, path: string): Promise<number> {
    heard.length = 0
    await (await ask(path)).text()
    const statements = heard.filter(({ sql }) => sql.includes('gdap_relationships'))
    const times = { api: [] as number[], sql: [] as number[] }
    for (let run = 0; run < runs; run++) {
      times.api.push(await timed(async () => (await ask(path)).text()))
      times.sql.push(await timed(async () => {
        for (const { sql, parameters } of statements) await db.executeQuery(CompiledQuery.raw(sql, [...parameters]))
      }))
    }
    const [api, bare] = [median(times.api), median(times.sql)]
    const ratio = `ratio ${(api / bare).toFixed(2)} of ${budget}`
    console.log(`${what}: answer ${api.toFixed(2)} ms, its ${statements.length} statements ${bare.toFixed(2)} ms, ${ratio}`)
    return api / bare
  }
}

/** Measures the seconds to turn on auto-extend for this many at once. */
async function extend(ask: Ask): Promise<number> {
  const ids: string[] = []
  for (let cursor: string | null = ''; cursor !== null && ids.length < extended; ) {
    const page = `/delegated-admin/relationships?status=active&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`
    const { items, nextCursor } = (await (await ask(page)).json()) as Page<GdapRelationshipOnWire>
    ids.push(...items.map(({ id }) => id))
    cursor = nextCursor
  }
  const body = JSON.stringify({ ids: ids.slice(0, extended), autoExtendDuration: 'P180D' })
  const headers = { 'content-type': 'application/json' }
  return (await timed(async () => {
    const answer = await ask('/delegated-admin/auto-extend', { method: 'POST', headers, body })
    const { items } = (await answer.json()) as { items: { outcome: string }[] }
    if (items.filter(({ outcome }) => outcome === 'changed').length < extended / 2) throw new Error('Most were not changed')
  })) / 1000
}

process.exitCode = (await board()) ? 0 : 1
