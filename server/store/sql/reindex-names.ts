import { type Kysely, sql } from 'kysely'
import type { Database } from './tables/database.ts'

type Outdated = { name: string; indexes: string[] }

/**
 * An upgraded engine may sort names differently, which corrupts indexes of names. Rebuilds those and returns how many; usually none, after
 * one look.
 */
export async function reindexNames(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<Outdated>`select kept.oid::regcollation::text as name, array(
      select index.indexrelid::regclass::text from pg_index as index where kept.oid = any(index.indcollation)
    ) as indexes
    from pg_collation as kept
    where kept.collname like 'names\\_%' and kept.collversion is distinct from pg_collation_actual_version(kept.oid)`.execute(db)
  for (const { name, indexes } of rows) {
    for (const index of indexes) await sql`reindex index ${sql.raw(index)}`.execute(db)
    await sql`alter collation ${sql.raw(name)} refresh version`.execute(db)
  }
  return rows.flatMap(({ indexes }) => indexes).length
}
