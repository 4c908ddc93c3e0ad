import { randomUUID } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { StoreUnavailable } from '../../store/errors.ts'
import { pgliteDialect, pgliteEngine } from '../../store/sql/pglite-dialect.ts'
import type { OpenedStore } from './embedded-store.ts'
import { openPostgresStore } from './postgres-store.ts'

let store: OpenedStore<unknown>
const queries: number[] = []

beforeAll(async () => {
  store = await openPostgresStore(inject('databaseUrl'), {
    connections: 2,
    statementTimeout: 300,
    onQuery: ({ queryDurationMillis }) => queries.push(queryDurationMillis),
  })
})
afterAll(() => store.close())

const everyKind = sql`
  select 42::int8 as int8, 1.50::numeric as numeric, true as bool, 'text' as text, '{"a":[1,null]}'::jsonb as jsonb, '[2]'::json as json,
    '2026-05-01 09:00:00.123456+09'::timestamptz as at, '2026-05-01 09:00'::timestamp as local, '2026-05-01'::date as day,
    array['a','b'] as texts, null as nothing, '0198c0de-0000-7000-8000-000000000001'::uuid as uuid, count(*) as count`

it('reads every kind of column as the embedded store does', async () => {
  const embedded = new Kysely<unknown>({ dialect: pgliteDialect(pgliteEngine(await PGlite.create())) })
  const [fromPostgres, fromPglite] = await Promise.all([everyKind.execute(store.db), everyKind.execute(embedded)])
  await embedded.destroy()
  expect(fromPglite.rows).toEqual(fromPostgres.rows)
  expect(fromPostgres.rows[0]).toMatchObject({
    int8: 42, count: 1, at: '2026-05-01T00:00:00.123Z', local: '2026-05-01T09:00:00.000Z', day: '2026-05-01',
  })
})

it('refuses to round a number that JavaScript cannot tell', async () => {
  await expect(sql`select 9007199254740993::int8`.execute(store.db)).rejects.toThrow(RangeError)
})

it('ends a statement that takes too long', async () => {
  await expect(sql`select pg_sleep(5)`.execute(store.db)).rejects.toMatchObject({ code: '57014' })
})

it('keeps no prepared statement, so that a connection pooler may stand between', async () => {
  await sql`select ${1}::int`.execute(store.db)
  expect((await sql`select name from pg_prepared_statements`.execute(store.db)).rows).toEqual([])
})

it('goes on after the server has cut its connections', async () => {
  const database = new URL(inject('databaseUrl')).pathname.slice(1)
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'tessera' and datname = ${database} and pid <> pg_backend_pid()`.execute(store.db)
  const answers = await Promise.all([1, 2, 3].map((number) => sql<{ number: number }>`select ${number}::int as number`.execute(store.db)))
  expect(answers.map(({ rows }) => rows[0]?.number)).toEqual([1, 2, 3])
})

it('tells the one whose connection is cut, and nobody else, also between two statements', async () => {
  const cut = store.db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
    await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(store.db)
    await sql`select 1`.execute(trx)
  })
  await expect(cut).rejects.toBeInstanceOf(StoreUnavailable)
  const after = await Promise.all([1, 2, 3].map(() => sql`select 1`.execute(store.db)))
  expect(after).toHaveLength(3)
})

it('gives up a server that does not answer, and never reads the late answer as another one', async () => {
  const impatient = await openPostgresStore(inject('databaseUrl'), { connections: 1, statementTimeout: 0, answerTimeout: 100 })
  await expect(sql`select 'late' as said, pg_sleep(0.3)`.execute(impatient.db)).rejects.toBeInstanceOf(StoreUnavailable)
  expect((await sql`select 'in time' as said`.execute(impatient.db)).rows).toEqual([{ said: 'in time' }])
  await impatient.close()
})

it('turns away who waits too long for a connection', async () => {
  const small = await openPostgresStore(inject('databaseUrl'), { connections: 1, connectTimeout: 100 })
  const held = sql`select pg_sleep(0.4)`.execute(small.db)
  await expect(sql`select 1`.execute(small.db)).rejects.toBeInstanceOf(StoreUnavailable)
  await held
  await small.close()
})

it('tells how long each statement took', async () => {
  const before = queries.length
  await sql`select 1`.execute(store.db)
  expect(queries.slice(before)).toEqual([expect.any(Number)])
})

it.each([
  ['nothing listens', 'postgresql://u:hunter2@127.0.0.1:1/tessera', '127.0.0.1:1/tessera'],
  ['no such database', () => Object.assign(new URL(inject('databaseUrl')), { pathname: `/gone_${randomUUID()}` }).href, 'does not exist'],
])('says where it looked and why it cannot go on, but no password: %s', async (_why, url, said) => {
  const opening = openPostgresStore(typeof url === 'string' ? url : url())
  await expect(opening).rejects.toThrow('PostgreSQL at ')
  await expect(opening).rejects.toThrow(said)
  await expect(opening).rejects.not.toThrow('hunter2')
})
