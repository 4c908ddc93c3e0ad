import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../../scripts/databases/postgres.ts'
import { startBalancer } from './balancer.ts'
import { startPortal } from './portal-process.ts'
import { startPortalsProcess } from './portals-process.ts'
import type { Worlds } from './world.ts'

/** Node with PostgreSQL. Seeds one database; each world is a copy of it, with a portal of the shared process. */
export async function openPostgresHost(): Promise<Worlds> {
  const server = await startPostgres()
  const portals = startPortalsProcess()
  const room = await mkdtemp(join(tmpdir(), 'tessera-e2e-'))
  const run = `e2e_${randomBytes(6).toString('hex')}`
  const template = `${run}_template`
  const urlOf = (database: string) => Object.assign(new URL(server.url), { pathname: `/${database}` }).href
  const portalOn = (database: string, settings: Record<string, string> = {}) =>
    portals.start({ DATABASE_URL: urlOf(database), DATA_DIR: room, ...settings })
  await query(server.url, `create database ${template}`)
  await (await portalOn(template)).stop()
  let worlds = 0
  const copied = async () => {
    const database = `${run}_${++worlds}`
    await query(server.url, `create database ${database} template ${template}`)
    return database
  }
  const dropped = (database: string) => query(server.url, `drop database ${database}`)
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
      const balancer = await startBalancer()
      const shared = { ...settings, PUBLIC_URL: balancer.url }
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

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
