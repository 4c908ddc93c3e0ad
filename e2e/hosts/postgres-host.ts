import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { demoSecret } from '../../mocks/demo-secret.ts'
import { startPostgres } from '../../scripts/databases/postgres.ts'
import { startBalancer } from './balancer.ts'
import { startPortal } from './portal-process.ts'
import { startPortalsProcess } from './portals-process.ts'
import { leaksInDatabase, leaksInLog, refuse, secretsOf, secretsOfSettings } from './secrets-out.ts'
import type { Worlds } from './world.ts'

/** Node with PostgreSQL. Seeds one database; each world is a copy of it, with a portal of the shared process. */
export async function openPostgresHost(): Promise<Worlds> {
  const server = await startPostgres()
  const portals = startPortalsProcess()
  const room = await mkdtemp(join(tmpdir(), 'tessera-e2e-'))
  const run = `e2e_${randomBytes(6).toString('hex')}`
  const template = `${run}_template`
  const urlOf = (database: string) => Object.assign(new URL(server.url), { pathname: `/${database}` }).href
  const portalOn = (database: string, settings: Record<string, string> = {}) => {
    for (const secret of secretsOfSettings({ SESSION_SECRET: demoSecret, ...settings })) portals.given.add(secret)
    return portals.start({ DATABASE_URL: urlOf(database), DATA_DIR: room, ...settings })
  }
  await query(server.url, `create database ${template}`)
  const first = await portalOn(template)
  const planted = randomBytes(32).toString('base64url')
  await fetch(`${first.url}/api/acceptance/${planted}`)
  await first.stop()
  await findsPlanted(urlOf(template), planted, portals.given)
  let worlds = 0
  const copied = async () => {
    const database = `${run}_${++worlds}`
    await query(server.url, `create database ${database} template ${template} strategy file_copy`)
    return database
  }
  const dropped = async (database: string) => {
    refuse(await leaksInDatabase(urlOf(database), portals.given))
    await query(server.url, `drop database ${database}`)
  }
  return {
    async fresh(settings) {
      const database = await copied()
      const portal = await portalOn(database, settings)
      return {
        url: portal.url,
        tabsArePeople: false,
        jump: portal.jump,
        async close() {
          await portal.stop()
          await dropped(database)
        },
      }
    },
    async spread(settings) {
      const database = await copied()
      const balancer = await startBalancer((request) => { for (const secret of secretsOf(request)) portals.given.add(secret) })
      const shared = { ...settings, PUBLIC_URL: balancer.url, LOG_LEVEL: 'info' }
      const both = await Promise.all([
        portalOn(database, shared), startPortal({ DATABASE_URL: urlOf(database), DATA_DIR: room, ...shared }),
      ])
      balancer.spread(both.map(({ url }) => url))
      return {
        url: balancer.url,
        tabsArePeople: false,
        async close() {
          await balancer.close()
          await Promise.all(both.map((portal) => portal.stop()))
          refuse(leaksInLog(both[1].said(), portals.given))
          await dropped(database)
        },
      }
    },
    async close() {
      await portals.close()
      await query(server.url, `drop database ${template}`)
      await server.stop()
      await rm(room, { recursive: true, force: true })
    },
  }
}

/** The search finds what a portal was brought, also behind a line's end in a log's JSON, or it would prove nothing of the rest. */
async function findsPlanted(databaseUrl: string, planted: string, given: ReadonlySet<string>): Promise<void> {
  await query(databaseUrl, `create table planted as select '${planted}' as secret`)
  for (const leaks of [await leaksInDatabase(databaseUrl, given), leaksInLog(JSON.stringify({ said: `\n${planted}` }), given)])
    if (!leaks.some((leak) => leak.includes(planted))) throw new Error('A planted secret was not found.')
  await query(databaseUrl, 'drop table planted')
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
