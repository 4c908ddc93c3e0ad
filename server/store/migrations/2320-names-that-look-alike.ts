import { type Kysely, sql } from 'kysely'
import type { Database } from '../sql/tables/database.ts'
import { looksKeyOf } from '../sql/looks.ts'
import type { CodeStep, Step } from './step.ts'

const rowsAtOnce = 500

/** What partners' names look like, so that one that imitates another is found. */
export const steps2320: readonly (Step | CodeStep)[] = [
  { name: '2320-looks-of-names', ddl: 'alter table organizations add column name_looks text' },
  { name: '2321-looks-of-partners', run: keepLooks },
  {
    name: '2322-partners-by-looks',
    ddl: "create index partners_by_looks on organizations (name_looks, id) where kind <> 'customer'",
  },
]

async function keepLooks(db: Kysely<Database>): Promise<void> {
  let after: string | undefined
  do {
    const all = db
      .selectFrom('organizations').select(['id', 'display_name']).where('kind', '<>', 'customer').orderBy('id').limit(rowsAtOnce)
    const rows = await (after === undefined ? all : all.where('id', '>', after)).execute()
    const [ids, looks] = [rows.map(({ id }) => id), rows.map((row) => looksKeyOf(row.display_name))]
    if (rows.length > 0)
      await sql`update organizations set name_looks = fresh.looks
        from unnest(${sql.val(ids)}::uuid[], ${sql.val(looks)}::text[]) as fresh (id, looks)
        where organizations.id = fresh.id`.execute(db)
    after = rows.length === rowsAtOnce ? rows.at(-1)?.id : undefined
  } while (after !== undefined)
}
