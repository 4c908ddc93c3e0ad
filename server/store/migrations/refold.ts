import { type Kysely, sql } from 'kysely'
import { searchTextOf } from '../sql/fold.ts'
import type { Database } from '../sql/tables/database.ts'

type Row = { owner: string; key: string; parts: readonly (string | null)[]; search_text: string }

const rowsAtOnce = 500

// The alias of a customer is read so that it need not be there: the older steps that use this run before it is.
const sources = {
  customers: sql`select partner_id::text as owner, id::text as key, search_text,
    jsonb_build_array(company_name, to_jsonb(customers) -> 'alias') || aliases || jsonb_build_array(domain, id) as parts from customers`,
  invitations: sql`select partner_id::text as owner, id::text as key, search_text,
    jsonb_build_array(note, customer ->> 'companyName', customer ->> 'domain', customer ->> 'email', customer ->> 'tenantId') || coalesce((
      select jsonb_agg(forward.email order by forward.position) from invitation_forwards as forward
      where forward.partner_id = invitations.partner_id and forward.invitation_id = invitations.id
    ), '[]') as parts from invitations`,
  gdap_relationships: sql`select partner_id::text as owner, id::text as key, search_text,
    jsonb_build_array(display_name, customer_name, customer_tenant_id) as parts from gdap_relationships`,
}

/** Folds outdated search texts again, in bounded batches. */
export async function refold(db: Kysely<Database>): Promise<void> {
  for (const [table, source] of Object.entries(sources)) {
    const type = sql.raw(table === 'gdap_relationships' ? 'text' : 'uuid')
    let after: Pick<Row, 'owner' | 'key'> | undefined
    do {
      const beyond = after ? sql`where (partner_id, id) > (${after.owner}::uuid, ${after.key}::${type})` : sql``
      const { rows } = await sql<Row>`${source} ${beyond} order by partner_id, id limit ${rowsAtOnce}`.execute(db)
      const changed = rows
        .map(({ parts, ...row }) => ({ ...row, fresh: searchTextOf(parts) }))
        .filter(({ fresh, search_text: kept }) => fresh !== kept)
      const column = (pick: (row: (typeof changed)[number]) => string) => sql.val(changed.map(pick))
      if (changed.length > 0)
        await sql`update ${sql.table(table)} as line set search_text = fresh.text
          from unnest(${column((row) => row.owner)}::uuid[], ${column((row) => row.key)}::${type}[], ${column((row) => row.fresh)}::text[])
            as fresh (owner, key, text)
          where line.partner_id = fresh.owner and line.id = fresh.key`.execute(db)
      after = rows.length === rowsAtOnce ? rows.at(-1) : undefined
    } while (after)
  }
}
