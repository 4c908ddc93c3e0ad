import { type Kysely, sql } from 'kysely'
import type { Database } from './tables/database.ts'

export type TableSize = { table: string; bytes: number; rows: number }

/** Every table's size on disk with indexes, and its last estimated row count. Reads no table. */
export async function tableSizes(db: Kysely<Database>): Promise<TableSize[]> {
  const { rows } = await sql<TableSize>`
    select c.relname as "table", pg_total_relation_size(c.oid) as bytes, greatest(c.reltuples, 0)::int8 as rows
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = 'public' and c.relname not like 'kysely%'`.execute(db)
  return rows
}
