import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import { StoreUnavailable } from '../../store/errors.ts'
import { sqlReaders } from '../../store/sql/sql-readers.ts'
import type { OpenedStore, StoreOptions } from './embedded-store.ts'
import { sturdyPool } from './sturdy-pool.ts'

/** The database server gave no usable answer; `message` names host and reason, never the password. */
export class StoreUnreachable extends Error {}

type PostgresOptions = { connections?: number; statementTimeout?: number; answerTimeout?: number; connectTimeout?: number }

/**
 * Opens PostgreSQL 15 or newer at `url`, for any number of processes. Works through pgbouncer: no named statements or unusual start-up
 * parameters. The server ends a statement after `statementTimeout`; the pool gives up a server that does not after `answerTimeout`. Throws
 * {@link StoreUnreachable}. Times in milliseconds.
 */
export async function openPostgresStore<Database>(
  url: string,
  options: StoreOptions & PostgresOptions = {},
): Promise<OpenedStore<Database>> {
  const { connections = 10, statementTimeout = 8_000, answerTimeout = 10_000, connectTimeout = 5_000, onQuery } = options
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectTimeout,
    query_timeout: answerTimeout,
    keepAlive: true,
    application_name: 'tessera',
    types: { getTypeParser: readerOf as never },
    onConnect: async (client) => {
      await client.query('select set_config($1, $2, false)', ['statement_timeout', `${statementTimeout}`])
    },
  })
  const db = new Kysely<Database>({ ...(onQuery && { log: onQuery }), dialect: new PostgresDialect({ pool: sturdyPool(pool) }) })
  try {
    await db.executeQuery(CompiledQuery.raw('select 1'))
  } catch (error) {
    await db.destroy()
    throw new StoreUnreachable(`PostgreSQL at ${hostOf(url)} cannot be used: ${reasonOf(error)}`)
  }
  return { db, close: () => db.destroy() }
}

const readerOf = (oid: number, format?: 'text'): unknown => sqlReaders[oid] ?? types.getTypeParser(oid, format)

function hostOf(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port || '5432'}${pathname}`
}

function reasonOf(error: unknown): string {
  if (error instanceof StoreUnavailable) return reasonOf(error.cause)
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
