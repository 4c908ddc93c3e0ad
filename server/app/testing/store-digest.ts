import { type Kysely, sql } from 'kysely'
import type { Database } from '../../store/sql/tables/database.ts'

/** Hashes every table's rows; equal digests mean that nothing was written. */
export async function storeDigest(db: Kysely<Database>): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%' order by 1`.execute(db)
  const hashes = sql.join(
    tables.map(({ name }) => sql`select ${sql.lit(name)} as name,
      md5(coalesce(string_agg(line::text, chr(10) order by line::text), '')) as hash from ${sql.table(name)} as line`),
    sql` union all `,
  )
  const { rows } = await sql<{ name: string; hash: string }>`${hashes}`.execute(db)
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}
