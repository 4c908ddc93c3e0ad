import { type Kysely, sql } from 'kysely'
import type { Database } from './tables/database.ts'

/** What the domain says of a row and the clock, by column; null where it says nothing. */
type Moments = Readonly<Record<string, string | null>>

const keyTypes = { invitations: 'uuid', gdap_relationships: 'text' } as const

/** Writes moments into rows that the transaction has written or locked: reads and workers compare them with the time, and know no rule. */
export async function writeMoments(
  db: Kysely<Database>, table: keyof typeof keyTypes, rows: readonly { partnerId: string; id: string; moments: Moments }[],
): Promise<void> {
  const columns = Object.keys(rows[0]?.moments ?? {})
  if (columns.length === 0) return
  const list = (each: (column: string) => string) => sql.raw(columns.map(each).join(', '))
  const said = JSON.stringify(rows.map(({ partnerId, id, moments }) => ({ partner_id: partnerId, id, ...moments })))
  await sql`
    update ${sql.table(table)} as row set ${list((column) => `${column} = said.${column}`)}
    from jsonb_to_recordset(${said}::jsonb)
      as said (partner_id uuid, id ${sql.raw(keyTypes[table])}, ${list((column) => `${column} timestamptz`)})
    where row.partner_id = said.partner_id and row.id = said.id`.execute(db)
}
