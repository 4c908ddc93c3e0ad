import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { type BreakablePostgres, faultRounds, startBreakablePostgres } from '../../scripts/databases/breakable-postgres.ts'
import { startWriters } from './testing/fault-writers.ts'
import { type PortalProcess, startPortalProcess } from './testing/portal-process.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const seconds = 1_000

let postgres: BreakablePostgres
let dataDir: string
let portal: PortalProcess
let writers: Awaited<ReturnType<typeof startWriters>>

beforeAll(async () => {
  postgres = await startBreakablePostgres()
  dataDir = await mkdtemp(join(tmpdir(), 'tessera-faults-'))
  if (postgres.disk) {
    await inDatabase(`create tablespace small location '${postgres.disk}'`)
    await inDatabase('alter database postgres set default_tablespace = small')
  }
  portal = await startPortalProcess({ DATA_DIR: dataDir, DATABASE_URL: postgres.url, DEMO: '1', LOG_LEVEL: 'silent' })
})
afterAll(async () => {
  await portal.end('SIGKILL')
  await postgres.close()
  await rm(dataDir, { recursive: true })
})
beforeEach(async () => {
  writers = await startWriters(portal.url)
  await writers.further(20)
})
afterEach(() => writers.stop())

async function inDatabase<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client(postgres.url)
  await client.connect()
  return client.query<Row>(sql).then(({ rows }) => rows).finally(() => client.end())
}

/** Takes every connection that the server has left. */
async function takeConnections(taken: pg.Client[]): Promise<void> {
  for (;;) {
    const client = new pg.Client(postgres.url)
    client.on('error', () => undefined)
    const connected = await client.connect().then(() => true, () => false)
    if (!connected) return
    taken.push(client)
  }
}

/** Takes every connection, including the portal's own. */
async function leaveNone(taken: pg.Client[]): Promise<void> {
  for (let left: number | null | undefined; left !== 0;) {
    await takeConnections(taken)
    const ended = await taken[0]?.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tessera'`)
    left = ended?.rowCount
  }
}

/** Returns the milliseconds until `/readyz` responds so. */
async function until(status: 200 | 503): Promise<number> {
  const begun = performance.now()
  while ((await fetch(`${portal.url}/readyz`)).status !== status) await pause(50)
  return performance.now() - begun
}

/** Lists broken promises: lost or doubled writes, undocumented responses. */
async function whatWentWrong() {
  await writers.stop()
  const passing = ['store.unavailable', 'server.disk_full', 'request.busy']
  const undocumented = writers.answers.filter(({ status, code, retryAfter }) =>
    status !== 201 && !(status === 503 && retryAfter !== null && passing.includes(code ?? '')))
  const rows = await inDatabase<{ id: string; note: string }>(`select id, note from invitations where note like 'writer %'`)
  await inDatabase(`update invitations set note = null where note like 'writer %'`)
  const noteOf = new Map(rows.map(({ id, note }) => [id, note]))
  const lost = [...writers.acknowledged].filter(([note, id]) => noteOf.get(id) !== note)
  const notes = rows.map(({ note }) => note)
  return { undocumented, lost, twice: notes.filter((note, index) => notes.indexOf(note) !== index) }
}

const slowest = () => Math.max(...writers.answers.map(({ milliseconds }) => milliseconds))

const faults = [
  ['stopped, and started again', async () => {
    await postgres.stop()
    await writers.refused(8)
    await until(503)
    await postgres.start()
  }, 5 * seconds],
  ['restarted at once', async () => {
    await postgres.stop()
    await postgres.start()
  }, 5 * seconds],
  ['killed, and started again', async () => {
    await postgres.kill()
    await writers.refused(8)
    await postgres.start()
  }, 5 * seconds],
  ['frozen, and thawed', async () => {
    await postgres.freeze()
    await writers.refused(16)
    await until(503)
    await postgres.thaw()
  }, 13 * seconds],
  ['out of connections', async () => {
    const others: pg.Client[] = []
    try {
      await leaveNone(others)
      await writers.refused(8)
    } finally {
      await Promise.all(others.map((other) => other.end()))
    }
  }, 5 * seconds],
  ['locked', async () => {
    const client = new pg.Client(postgres.url)
    await client.connect()
    await client.query('begin; lock table invitations')
    await writers.refused(8)
    await client.end()
  }, 20 * seconds],
  ['out of room', async () => {
    await (postgres.disk ? postgres.fillDisk() : inDatabase(refuseRows))
    await writers.refused(8)
    await (postgres.disk ? postgres.freeDisk() : inDatabase('drop trigger full_disk on invitations'))
  }, 5 * seconds],
] as const

/** Without a small disk, a trigger raises a full disk's error for every row. */
const refuseRows = `
  create or replace function full_disk() returns trigger language plpgsql as
    $$ begin raise exception 'no room' using errcode = '53100'; end $$;
  create trigger full_disk before insert on invitations execute function full_disk()`

for (let round = 1; round <= faultRounds; round += 1)
  it.each(faults)(`loses nothing, does nothing twice and goes on after the database was %s (${round})`, async (_fault, meet, longest) => {
    await meet()
    expect(await until(200)).toBeLessThan(10 * seconds)
    await writers.further(20)
    expect(await whatWentWrong()).toEqual({ undocumented: [], lost: [], twice: [] })
    expect(slowest()).toBeLessThan(longest)
  })
