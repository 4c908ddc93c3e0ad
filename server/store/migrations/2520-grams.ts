import { type Kysely, sql } from 'kysely'
import { gramsOf } from '../sql/grams.ts'
import type { Database } from '../sql/tables/database.ts'
import { refold } from './refold.ts'
import type { CodeStep, Step } from './step.ts'

const tables = [['customers', 'uuid'], ['invitations', 'uuid'], ['gdap_relationships', 'text']] as const
const rowsAtOnce = 500

/**
 * Folds texts as they are searched now, without spaces that a script sets freely, and lets a search find its rows by the pairs of
 * characters that they have.
 */
export const steps2520: readonly (Step | CodeStep)[] = [
  { name: '2519-search-texts-without-free-spaces', run: refold },
  ...tables.map(([table], place) => ({
    name: `${2520 + place}-grams-of-${table}`, ddl: `alter table ${table} add column search_grams integer[]`,
  })),
  { name: '2523-grams-of-old-rows', run: async (db) => { for (const [table, key] of tables) await fill(db, table, key) } },
  ...tables.map(([table], place) => ({
    name: `${2524 + place}-${table}-by-grams`, ddl: `create index ${table}_by_grams on ${table} using gin (search_grams)`,
  })),
]

type Row = { owner: string; key: string; text: string }

async function fill(db: Kysely<Database>, table: string, key: 'uuid' | 'text'): Promise<void> {
  const type = sql.raw(key)
  let after: Row | undefined
  do {
    const beyond = after ? sql`where (partner_id, id) > (${after.owner}::uuid, ${after.key}::${type})` : sql``
    const { rows } = await sql<Row>`select partner_id::text as owner, id::text as key, search_text as text
      from ${sql.table(table)} ${beyond} order by partner_id, id limit ${rowsAtOnce}`.execute(db)
    const fresh = JSON.stringify(rows.map((row) => ({ ...row, grams: gramsOf(row.owner, row.text) })))
    await sql`update ${sql.table(table)} as line set search_grams = fresh.grams
      from jsonb_to_recordset(${fresh}::jsonb) as fresh (owner uuid, key ${type}, grams integer[])
      where line.partner_id = fresh.owner and line.id = fresh.key`.execute(db)
    after = rows.length === rowsAtOnce ? rows.at(-1) : undefined
  } while (after)
}
