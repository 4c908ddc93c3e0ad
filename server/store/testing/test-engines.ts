import { setImmediate } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import { inject } from 'vitest'
import { pgliteImage } from '../../../scripts/databases/pglite-image.ts'
import { sturdyPool } from '../../node/database/sturdy-pool.ts'
import { createStore, type Store } from '../store.ts'
import { pgliteDialect, pgliteEngine } from '../sql/pglite-dialect.ts'
import type { Database } from '../sql/tables/database.ts'
import { migrate } from '../migrations/migrate.ts'
import { sqlReaders } from '../sql/sql-readers.ts'

/** A migrated, empty store; `close` returns it and ends open work. */
export type OpenedStore = { db: Kysely<Database>; store: Store; close(): Promise<void> }

export type Engine = { name: 'PGlite' | 'PostgreSQL'; open(): Promise<OpenedStore> }

/** Has many connections, so that writes can race. */
export const postgres: Engine = { name: 'PostgreSQL', open: reusing(openPostgres) }

/** Every engine of the store: `for (const engine of engines) describe(engine.name, …)`. */
export const engines: readonly Engine[] = [{ name: 'PGlite', open: reusing(openPglite) }, postgres]

/** Making a database takes a second, emptying one milliseconds: a closed one waits, emptied, for this worker's next test. */
function reusing(make: () => Promise<Kysely<Database>>): Engine['open'] {
  const idle: Kysely<Database>[] = []
  return async () => {
    const db = idle.pop() ?? (await make())
    return {
      db,
      store: { ...createStore(db), close: async () => {} },
      close: async () => {
        await empty(db)
        idle.push(db)
      },
    }
  }
}

/** Deletes table by table without foreign keys: a truncate makes files anew, which takes ten times as long. */
const empty = (db: Kysely<Database>): Promise<unknown> =>
  db.executeQuery(CompiledQuery.raw(`
    do $$
      declare name text;
      begin
        perform set_config('session_replication_role', 'replica', true);
        for name in select quote_ident(tablename) from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
          execute 'lock table ' || name;
          execute 'delete from ' || name;
        end loop;
      end
    $$`))

async function openPglite(): Promise<Kysely<Database>> {
  const engine = await PGlite.create({ loadDataDir: new Blob([await pgliteImage()]) })
  return new Kysely<Database>({ dialect: pgliteDialect(pgliteEngine(engine, () => setImmediate())) })
}

async function openPostgres(): Promise<Kysely<Database>> {
  const url = new URL(inject('databaseUrl'))
  const name = `store_${crypto.randomUUID().replaceAll('-', '')}`
  const server = connect(url, 1)
  await server.executeQuery(CompiledQuery.raw(`create database ${name}`))
  await server.destroy()
  url.pathname = `/${name}`
  const db = connect(url, 20)
  await migrate(db)
  return db
}

function connect(url: URL, connections: number): Kysely<Database> {
  const getTypeParser = (oid: number, format?: 'text') => sqlReaders[oid] ?? types.getTypeParser(oid, format)
  const pool = new Pool({
    connectionString: url.href,
    max: connections,
    allowExitOnIdle: true,
    types: { getTypeParser: getTypeParser as never },
  })
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: sturdyPool(pool) }) })
}
