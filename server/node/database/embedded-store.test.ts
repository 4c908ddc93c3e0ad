import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbeddedStore, type OpenedStore } from './embedded-store.ts'

const run = promisify(execFile)

type Notes = { notes: { id: number; text: string | null } }

describe('the embedded store', () => {
  let dataDir: string
  let store: OpenedStore<Notes>
  const thread = new URL('testing/watched-disk.ts', import.meta.url)
  const synced = () => statSync(join(dataDir, 'synced')).size

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'tessera-embedded-'))
    store = await openEmbeddedStore<Notes>({ dataDir }, { thread })
    await sql`create table notes (id int primary key, text text)`.execute(store.db)
  })
  afterAll(async () => {
    await rm(dataDir, { recursive: true })
  })

  it('keeps its files for their owner, also those that it makes later', async () => {
    await sql`create table later (id int primary key)`.execute(store.db)
    const entries = await readdir(join(dataDir, 'store'), { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile())
    const modes = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).mode & 0o777))
    expect(new Set(modes)).toEqual(new Set([0o600]))
  })

  it('brings every commit to the disk before it answers', async () => {
    const before = synced()
    for (let id = 0; id < 20; id += 1) await store.db.insertInto('notes').values({ id, text: 'kept' }).execute()
    expect(synced() - before).toBeGreaterThanOrEqual(20)
  })

  it('brings a transaction of many rows to the disk once', async () => {
    const before = synced()
    await store.db.transaction().execute(async (trx) => {
      for (let id = 100; id < 120; id += 1) await trx.insertInto('notes').values({ id, text: 'kept' }).execute()
    })
    expect(synced() - before).toBe(1)
  })

  it('does not touch the disk for reading', async () => {
    const before = synced()
    await store.db.selectFrom('notes').selectAll().execute()
    expect(synced()).toBe(before)
  })

  it('lets everything else have its turn between any two statements of a transaction', async () => {
    let turns = 0
    let turning = setImmediate(function turn() {
      turns += 1
      turning = setImmediate(turn)
    })
    const seen = await store.db.transaction().execute(async (trx) => {
      const after: number[] = []
      for (let statement = 0; statement < 100; statement += 1) {
        await trx.selectFrom('notes').select('id').limit(1).execute()
        after.push(turns)
      }
      return after
    })
    clearImmediate(turning)
    expect(new Set(seen).size).toBe(100)
  })

  it('does not keep anything else waiting while one statement takes long', async () => {
    let isDone = false
    const long = sql`select count(*) from generate_series(1, 3000000)`.execute(store.db).finally(() => (isDone = true))
    await new Promise((resolve) => setTimeout(resolve, 1))
    expect(isDone).toBe(false)
    await long
  })

  it('goes on after a statement that failed', async () => {
    await expect(store.db.insertInto('notes').values({ id: 1, text: 'twice' }).execute()).rejects.toMatchObject({ code: '23505' })
    await expect(sql`select nonsense`.execute(store.db)).rejects.toMatchObject({ code: '42703' })
    expect(await store.db.selectFrom('notes').select('text').where('id', '=', 1).executeTakeFirst()).toEqual({ text: 'kept' })
  })

  it('keeps the transactions of different callers apart', async () => {
    const failing = store.db.transaction().execute(async (trx) => {
      await trx.insertInto('notes').values({ id: 200, text: 'mine' }).execute()
      await sql`select 1/0`.execute(trx)
    })
    const passing = store.db.transaction().execute((trx) => trx.insertInto('notes').values({ id: 201, text: 'yours' }).execute())
    await expect(failing).rejects.toMatchObject({ code: '22012' })
    await passing
    const kept = await store.db.selectFrom('notes').select('id').where('id', '>=', 200).execute()
    expect(kept).toEqual([{ id: 201 }])
  })

  it('ends a transaction that its caller left open', async () => {
    await store.db.connection().execute(async (connection) => {
      await sql`begin`.execute(connection)
      await connection.insertInto('notes').values({ id: 300, text: 'forgotten' }).execute()
    })
    expect(await store.db.selectFrom('notes').select('id').where('id', '=', 300).execute()).toEqual([])
  })

  it('has everything again when it is opened again', async () => {
    await store.close()
    store = await openEmbeddedStore<Notes>({ dataDir }, { thread })
    const { count } = await store.db.selectFrom('notes').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
    expect(count).toBe(41)
  })

  it('says why it cannot be opened, and lets the process live', async () => {
    const room = await mkdtemp(join(tmpdir(), 'tessera-embedded-'))
    await writeFile(join(room, 'store'), 'no directory')
    await expect(openEmbeddedStore({ dataDir: room })).rejects.toThrow(`The store in ${join(room, 'store')} cannot be opened`)
    await rm(room, { recursive: true })
  })

  it.each([
    ['refused', 'EIO', 'The embedded store had to stop. 20'],
    ['had no room for', 'ENOSPC', 'The embedded store had to stop. The disk that holds DATA_DIR is full'],
  ])('ends the process rather than answer for a commit that the disk %s', async (_how, reason, said) => {
    await store.close()
    const child = fileURLToPath(new URL('testing/failing-disk.ts', import.meta.url))
    type Ended = { code: number; stdout: string; stderr: string }
    const ended = await run(process.execPath, [child, dataDir, reason]).then(() => undefined, (error: Ended) => error)
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    expect(ended?.stderr).toContain('PANIC:  could not fsync file')
    expect(ended?.stderr).toContain(said)
  })
})
