import { existsSync } from 'node:fs'
import pg from 'pg'
import { expect, test } from 'vitest'
import { startPostgres } from './postgres.ts'

test('a throw-away PostgreSQL answers, orders by language and is gone after stop', async () => {
  const postgres = await startPostgres()
  const client = new pg.Client(postgres.url)
  await client.connect()
  const { rows } = await client.query<{ word: string }>(`select word from (values ('b'), ('A'), ('a'), ('B')) as t(word) order by word`)
  const folder = await client.query<{ data_directory: string }>('show data_directory')
  await client.end()
  await postgres.stop()
  expect(rows.map((row) => row.word)).toEqual(['a', 'A', 'b', 'B'])
  expect(existsSync(folder.rows[0]?.data_directory ?? '/')).toBe(false)
  await expect(new pg.Client(postgres.url).connect()).rejects.toThrow('ECONNREFUSED')
}, 30_000)
