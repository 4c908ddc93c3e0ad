import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { DatabaseError, type Pool, type PoolClient } from 'pg'
import { StoreUnavailable } from '../../store/errors.ts'
import { withAvailability } from '../../store/sql/availability.ts'

/**
 * Wraps the pool for Kysely: a connection that breaks while checked out fails its user alone and is never used again, nor is one whose
 * statement was given up, since its answer may still come.
 */
export function sturdyPool(pool: Pool): PostgresPool {
  const broken = new WeakMap<PoolClient, unknown>()
  pool.on('connect', (client) => client.on('error', (error) => broken.set(client, error)))
  // The pool has already dropped a broken idle connection.
  pool.on('error', () => undefined)

  const checkout = (client: PoolClient): PostgresPoolClient => ({
    query: (async (sql: string, parameters: readonly unknown[]) => {
      if (broken.has(client)) throw new StoreUnavailable(broken.get(client))
      try {
        return await client.query(sql, [...parameters])
      } catch (error) {
        if (endsConnection(error)) broken.set(client, error)
        throw broken.has(client) ? new StoreUnavailable(error, sqlStateOf(error)) : withAvailability(error)
      }
    }) as unknown as PostgresPoolClient['query'],
    release: () => client.release(broken.has(client)),
  })
  return {
    connect: async () => checkout(await pool.connect().catch((error: unknown) => {
      throw new StoreUnavailable(error, sqlStateOf(error))
    })),
    end: () => pool.end(),
  }
}

const sqlStateOf = (error: unknown): string | undefined => (error instanceof DatabaseError ? error.code : undefined)

/** Recognises errors that end a connection, some by their words alone. A value that cannot be sent or read does not. */
const endsConnection = (error: unknown): boolean =>
  error instanceof DatabaseError ? error.severity === 'FATAL' : !(error instanceof TypeError || error instanceof RangeError)
