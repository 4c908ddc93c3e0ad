import { type Kysely, sql } from 'kysely'
import { keepGdapMoments } from '../../server/store/gdap/row.ts'
import type { Database } from '../../server/store/sql/tables/database.ts'

/** Gives a partner this many relationships with two roles, spread over every status and column of the board. */
export async function giveRelationships(db: Kysely<Database>, partnerId: string, count: number, now: Date): Promise<void> {
  const roles = JSON.stringify(['88d8e3e3-8f55-4a1e-953a-9b9898b8876b', 'f023fd81-a637-4b56-95fd-791ac0226033'])
  await sql`
    insert into gdap_relationships (
      partner_id, id, display_name, duration, customer_tenant_id, customer_name, roles, has_global_administrator, status, since,
      auto_extend, created_at, modified_at, activated_at, end_at, provider_tenant_id, consent_pending, created_by, search_text, version
    )
    select
      ${partnerId}::uuid, gen_random_uuid()::text || '-' || gen_random_uuid()::text, 'Bench-' || number, 'P730D', gen_random_uuid(),
      'Customer ' || number, ${roles}::jsonb, false,
      case when number % 10 = 0 then 'expired' when number % 20 = 1 then 'approvalPending' else 'active' end,
      ${now}::timestamptz - (number % 80) * interval '1 day', 'PT0S', ${now}::timestamptz - number * interval '1 minute', ${now}, ${now},
      case when number % 20 <> 1
        then ${now}::timestamptz + (case when number % 10 = 0 then -1 else 1 end) * (number % 700) * interval '1 day' end,
      null, false, 'Bench', 'bench-' || number || ' customer ' || number, 1
    from generate_series(1, ${count}) as number`.execute(db)
  await sql`insert into gdap_directory select id, partner_id from gdap_relationships on conflict do nothing`.execute(db)
  await keepGdapMoments(db, sql`(select partner_id, id from gdap_relationships)`)
  await sql`analyze gdap_relationships`.execute(db)
}
