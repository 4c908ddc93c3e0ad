import { type Kysely, sql } from 'kysely'
import { shownDomain } from '../../../domain/words-of-others/domain-name.ts'
import type { Database } from '../sql/tables/database.ts'
import { refold } from './refold.ts'

type Row = { owner: string; key: string; domain: string }

const rowsAtOnce = 500

/** Such domains are already in the one form; the others are read one by one. */
const plain = sql.lit(String.raw`^[a-z0-9-]+(\.[a-z0-9-]+)+$`)

const places = [
  { table: 'organizations', owner: sql`id`, domain: sql`domain`, change: sql`domain = fresh.domain` },
  { table: 'customers', owner: sql`partner_id`, domain: sql`domain`, change: sql`domain = fresh.domain` },
  {
    table: 'invitations', owner: sql`partner_id`, domain: sql`customer ->> 'domain'`,
    change: sql`customer = jsonb_set(line.customer, '{domain}', to_jsonb(fresh.domain))`,
  },
]

/**
 * Gives every stored domain today's one form, in bounded batches, and folds changed search texts again. Leaves what is no domain. No key or
 * unique index holds a domain, so no rows collide.
 */
export async function redomain(db: Kysely<Database>): Promise<void> {
  let count = 0
  for (const { table, owner, domain, change } of places) {
    let after: Row | undefined
    do {
      const beyond = after ? sql`and (${owner}, id) > (${after.owner}::uuid, ${after.key}::uuid)` : sql``
      const { rows } = await sql<Row>`select ${owner}::text as owner, id::text as key, ${domain} as domain from ${sql.table(table)}
        where ((${domain}) collate "C" !~ ${plain} or ${domain} like '%xn--%') ${beyond}
        order by ${owner}, id limit ${rowsAtOnce}`.execute(db)
      const changed = rows
        .map((row) => ({ ...row, fresh: shownDomain(row.domain) }))
        .filter(({ fresh, domain: kept }) => fresh !== kept)
      const column = (pick: (row: (typeof changed)[number]) => string) => sql.val(changed.map(pick))
      if (changed.length > 0)
        await sql`update ${sql.table(table)} as line set ${change}
          from unnest(${column((row) => row.owner)}::uuid[], ${column((row) => row.key)}::uuid[], ${column((row) => row.fresh)}::text[])
            as fresh (owner, key, domain)
          where line.${owner} = fresh.owner and line.id = fresh.key`.execute(db)
      count += changed.length
      after = rows.length === rowsAtOnce ? rows.at(-1) : undefined
    } while (after)
  }
  if (count > 0) await refold(db)
}
