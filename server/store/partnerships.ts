import { type Kysely, sql } from 'kysely'
import type { CursorHome } from './cursor.ts'
import { pageFrom, positionOf, totalOf } from './page.ts'
import type { Database } from './schema/database.ts'
import type { Scope } from './scope.ts'
import type { Store } from './store.ts'

type PartnershipRecord = Awaited<ReturnType<Store['partnerships']['list']>>['items'][number]

const countCap = 1_000

/** The partnerships that a partner sees, under the other side's name: as a provider its own, as a reseller those of its inbox. */
const seenBy = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom('partnerships')
    .select(['partner_id', 'id', 'rank', 'reseller_name_key as name_key', 'reseller_id as other_id'])
    .where('partner_id', '=', scope.organizationId)
    .unionAll(
      db
        .selectFrom('partnership_inbox as inbox')
        .innerJoin('partnerships', (join) =>
          join.onRef('partnerships.partner_id', '=', 'inbox.provider_id').onRef('partnerships.id', '=', 'inbox.partnership_id'),
        )
        .select([
          'partnerships.partner_id',
          'partnerships.id',
          'rank',
          'inbox.provider_name_key as name_key',
          'inbox.provider_id as other_id',
        ])
        .where('inbox.partner_id', '=', scope.organizationId),
    )

const recordsOf = (db: Kysely<Database>, scope: Scope) =>
  db
    .selectFrom(seenBy(db, scope).as('seen'))
    .innerJoin('partnerships', (join) =>
      join.onRef('partnerships.partner_id', '=', 'seen.partner_id').onRef('partnerships.id', '=', 'seen.id'),
    )
    .innerJoin('organizations as provider', 'provider.id', 'partnerships.partner_id')
    .innerJoin('organizations as reseller', 'reseller.id', 'partnerships.reseller_id')
    .select([
      'seen.name_key',
      'seen.rank',
      'partnerships.id',
      'partnerships.state',
      'partnerships.created_at',
      'partnerships.version',
      'provider.id as provider_id',
      'provider.tenant_id as provider_tenant_id',
      'provider.display_name as provider_name',
      'reseller.id as reseller_id',
      'reseller.tenant_id as reseller_tenant_id',
      'reseller.display_name as reseller_name',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof recordsOf>['execute']>>[number]

const recordOf = (row: Row): PartnershipRecord => ({
  id: row.id,
  provider: { id: row.provider_id, tenantId: row.provider_tenant_id, displayName: row.provider_name },
  reseller: { id: row.reseller_id, tenantId: row.reseller_tenant_id, displayName: row.reseller_name },
  state: row.state,
  createdAt: row.created_at,
  version: row.version,
})

export const partnerships = (db: Kysely<Database>): Store['partnerships'] => ({
  list: async (scope, page) => {
    const home: CursorHome = { list: 'partnerships', organizationId: scope.organizationId, view: {} }
    const after = await positionOf(home, page)
    let query = recordsOf(db, scope)
      .orderBy('seen.rank')
      .orderBy('seen.name_key')
      .orderBy('seen.id')
      .limit(page.limit + 1)
    if (after)
      query = query.where(
        sql<boolean>`(seen.rank, seen.name_key, seen.id) > (${after.keys[0]}::smallint, ${after.keys[1]}, ${after.keys[2]}::uuid)`,
      )
    const rows = await query.execute()
    const total = after?.total ?? (await countSeen(db, scope))
    return pageFrom(home, page.limit, rows, total, { item: recordOf, keys: (row) => [String(row.rank), row.name_key, row.id] })
  },

  findActiveWith: async (scope, otherOrganizationId) => {
    const row = await recordsOf(db, scope)
      .where('seen.other_id', '=', otherOrganizationId)
      .where('partnerships.state', '=', 'active')
      .executeTakeFirst()
    return row && recordOf(row)
  },
})

async function countSeen(db: Kysely<Database>, scope: Scope) {
  const { count } = await db
    .selectFrom(
      seenBy(db, scope)
        .limit(countCap + 1)
        .as('seen'),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return totalOf(count, countCap)
}
