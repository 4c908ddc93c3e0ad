import { PGlite } from '@electric-sql/pglite'
import { Kysely, sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { pgliteDialect, pgliteEngine } from '../../store/sql/pglite-dialect.ts'
import { analyzeGrown, engineUpkeep, startUpkeep } from './upkeep.ts'

let db: Kysely<{ notes: { text: string } }>

beforeAll(async () => {
  db = new Kysely({ dialect: pgliteDialect(pgliteEngine(await PGlite.create())) })
  await sql`create table notes (text text)`.execute(db)
})
afterAll(() => db.destroy())
beforeEach(async () => { await sql`checkpoint`.execute(db) })

const write = (kibibytes: number) => db.insertInto('notes').values({ text: 'x'.repeat(kibibytes * 1024) }).execute()
const lastCheckpoint = async () => {
  const { rows } = await sql<{ at: string }>`select checkpoint_lsn as at from pg_control_checkpoint()`.execute(db)
  return rows[0]?.at
}
const rowsByStatistics = async () => {
  const { rows } = await sql<{ count: number }>`select reltuples::int as count from pg_class where relname = 'notes'`.execute(db)
  return rows[0]?.count
}

it('leaves the store alone until enough has been written', async () => {
  const upkeep = engineUpkeep(db)
  const before = await lastCheckpoint()
  await upkeep()
  await write(64)
  await upkeep()
  expect(await lastCheckpoint()).toBe(before)
})

it('makes a checkpoint, so that recovery after a kill stays short and the log small', async () => {
  const upkeep = engineUpkeep(db, { checkpointAfter: 256 })
  await upkeep()
  const before = await lastCheckpoint()
  await write(64)
  await upkeep()
  expect(await lastCheckpoint()).not.toBe(before)
})

it('vacuums and counts anew, as the engine has nobody beside it who would', async () => {
  const upkeep = engineUpkeep(db, { vacuumAfter: 256 })
  await upkeep()
  await write(64)
  await upkeep()
  expect(await rowsByStatistics()).toBe((await db.selectFrom('notes').select('text').execute()).length)
})

it('counts anew what has grown by half, long before a vacuum', async () => {
  await sql`truncate notes`.execute(db)
  const counted = async (rows: number) => {
    for (let row = 0; row < rows; row += 1) await db.insertInto('notes').values({ text: 'x'.repeat(1_500) }).execute()
    await analyzeGrown(db)
    return rowsByStatistics()
  }
  expect([await counted(50), await counted(50), await counted(10), await counted(200)]).toEqual([-1, 100, 100, 310])
})

it('does nothing that goes by the time while the time is not trusted', async () => {
  vi.useFakeTimers()
  try {
    const done = vi.fn<() => Promise<void>>(() => Promise.resolve())
    const jobs = {
      prune: done, remindCustomers: done, tellPeople: done, passGdapTime: done, remindOfGdapEnds: done, cleanUpGdap: done,
      chainAudit: done, pruneAudit: done, lookAtDomains: done,
    }
    const upkeep = startUpkeep(jobs, { log: pino({ level: 'silent' }), mayGoOn: () => Promise.resolve(false) })
    await vi.advanceTimersByTimeAsync(120 * 60_000)
    await upkeep.stop()
    expect(done).not.toHaveBeenCalled()
  } finally {
    vi.useRealTimers()
  }
})

it('looks for due reminders again and again, also after one time failed, and waits for the last when it stops', async () => {
  vi.useFakeTimers()
  try {
    const done: string[] = []
    const rounds = [
      () => Promise.reject(new Error('no database')),
      () => new Promise<void>((resolve) => { setTimeout(() => { done.push('slow'); resolve() }, 1_000) }),
    ]
    const writeReminders = vi.fn<() => Promise<void>>(() => rounds.shift()?.() ?? Promise.resolve())
    const nothing = () => Promise.resolve()
    const others = {
      prune: nothing, tellPeople: nothing, passGdapTime: nothing, remindOfGdapEnds: nothing, cleanUpGdap: nothing,
      chainAudit: nothing, pruneAudit: nothing, lookAtDomains: nothing,
    }
    const jobs = { ...others, remindCustomers: writeReminders }
    const upkeep = startUpkeep(jobs, { log: pino({ level: 'silent' }), mayGoOn: () => Promise.resolve(true) })
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(writeReminders).toHaveBeenCalledTimes(2)
    const stopped = upkeep.stop().then(() => done.push('stopped'))
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    await stopped
    expect(done).toEqual(['slow', 'stopped'])
    expect(writeReminders).toHaveBeenCalledTimes(2)
  } finally {
    vi.useRealTimers()
  }
})
