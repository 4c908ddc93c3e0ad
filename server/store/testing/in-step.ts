import { type Kysely, sql } from 'kysely'
import { expect } from 'vitest'
import { keepGdapMoments } from '../gdap/row.ts'
import { keepMoments } from '../invitations/row.ts'
import { keepSights } from '../relationship-requests/sights.ts'
import type { Database } from '../sql/tables/database.ts'

const kept = async (db: Kysely<Database>) => {
  const { rows } = await sql<{ row: string }>`
    select concat_ws(' ', 'invitation', id, lapses_at, '/', remind_at, '/', overdue_at) as row from invitations
    union all
    select concat_ws(' ', 'gdap', id, due_at, '/', remind_at, '/', cleaned_up_at, '/', on_board_at) from gdap_relationships
    union all
    select concat_ws(' ', 'request', tenant_id, id, as_customer, shown_at, lapses_at, state, stays) from request_sights
    order by row`.execute(db)
  return rows
}

/** Fails unless all that saves have left of the clock is what the domain says of the rows as they are. */
export async function expectInStep(db: Kysely<Database>): Promise<void> {
  const before = await kept(db)
  await keepMoments(db, sql`(select partner_id, id from invitations)`)
  await keepGdapMoments(db, sql`(select partner_id, id from gdap_relationships)`)
  await keepSights(db, await db.selectFrom('relationship_requests').select(['partner_id', 'invitation_id', 'tenant_id']).execute())
  expect(before).toEqual(await kept(db))
}
