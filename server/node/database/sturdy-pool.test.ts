import { Client, Pool } from 'pg'
import { expect, inject, it } from 'vitest'
import { StoreUnavailable } from '../../store/errors.ts'
import { sturdyPool } from './sturdy-pool.ts'

it('tells of a connection that was cut before anybody had it as of one that is cut later', async () => {
  const connectionString = inject('databaseUrl')
  const pool = new Pool({
    connectionString,
    onConnect: async (client) => {
      const other = new Client(connectionString)
      await other.connect()
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
      const ended = new Promise((resolve) => client.once('end', resolve))
      await other.query('select pg_terminate_backend($1)', [rows[0]?.pid])
      await Promise.all([ended, other.end()])
    },
  })
  const sturdy = sturdyPool(pool)
  const asked = sturdy.connect().then(async (client) => {
    try {
      return await client.query('select 1', [])
    } finally {
      client.release()
    }
  })
  await expect(asked).rejects.toThrow(StoreUnavailable)
  await sturdy.end()
})
