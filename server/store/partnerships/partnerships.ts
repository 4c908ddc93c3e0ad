import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Page } from '../../../domain/page.ts'
import type { Partnership, Removal } from '../../../domain/partnerships/schemas.ts'
import { shownDomain } from '../../../domain/words-of-others/domain-name.ts'
import { intoInbox } from './activation.ts'
import { agreementOf } from '../organizations/organizations.ts'
import type { CursorHome } from '../sql/cursor.ts'
import { sortKeyOf } from '../sql/fold.ts'
import { byName, nameOrderOf } from '../sql/name-order.ts'
import { countedUpTo, pageFrom, type PageRequest, positionOf } from '../sql/page.ts'
import { type Ended, endUnderWay, type Parties, removalOf, withdrawInvites } from './partnership-end.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'
import { StaleWrite } from '../errors.ts'
import type { Write } from '../write.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import { writing } from '../sql/writing.ts'

type PartnershipRecord = Omit<Partnership, 'etag'> & { version: number }

const countCap = 1_000

type Seen = { partner_id: string; id: string; rank: number; name_key: string; other_id: string }

/** The rest of a query of partnerships by the other side's name. */
type Rest = (name: string) => RawBuilder<unknown>

/** The partnerships that a partner sees, under the other side's name: as a provider its own, as a reseller those of its inbox. */
const seenBy = (scope: Scope, rest: Rest = () => sql``) => sql<Seen>`(
  (
    select partnerships.partner_id, partnerships.id, rank, reseller_name_key as name_key, reseller_id as other_id
    from partnerships where partnerships.partner_id = ${scope.organizationId} ${rest('reseller_name_key')}
  ) union all (
    select partnerships.partner_id, partnerships.id, rank, inbox.provider_name_key, inbox.provider_id
    from partnership_inbox as inbox
    join partnerships on partnerships.partner_id = inbox.provider_id and partnerships.id = inbox.partnership_id
    where inbox.partner_id = ${scope.organizationId} ${rest('inbox.provider_name_key')}
  )
)`

const recordsOf = (db: Kysely<Database>, scope: Scope, rest?: Rest) =>
  db
    .selectFrom(seenBy(scope, rest).as('seen'))
    .innerJoin('partnerships', (join) =>
      join.onRef('partnerships.partner_id', '=', 'seen.partner_id').onRef('partnerships.id', '=', 'seen.id'),
    )
    .innerJoin('organizations as provider', 'provider.id', 'partnerships.partner_id')
    .innerJoin('organizations as reseller', 'reseller.id', 'partnerships.reseller_id')
    .leftJoin('partner_facts as programme', 'programme.organization_id', 'partnerships.reseller_id')
    .select([
      'seen.name_key',
      'seen.rank',
      'partnerships.id',
      'partnerships.state',
      'partnerships.created_at',
      'partnerships.ended_at',
      'partnerships.ended_by',
      'partnerships.version',
      'provider.id as provider_id',
      'provider.tenant_id as provider_tenant_id',
      'provider.display_name as provider_name',
      'reseller.id as reseller_id',
      'reseller.tenant_id as reseller_tenant_id',
      'reseller.display_name as reseller_name',
      'reseller.domain as reseller_domain',
      'reseller.mpn_id as reseller_partner_id',
      'programme.agreement_signed',
      'programme.agreement_said',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof recordsOf>['execute']>>[number]

const recordOf = (row: Row): PartnershipRecord => ({
  id: row.id,
  provider: { id: row.provider_id, tenantId: row.provider_tenant_id, displayName: row.provider_name },
  reseller: { id: row.reseller_id, tenantId: row.reseller_tenant_id, displayName: row.reseller_name },
  state: row.state,
  ...agreementOf(row),
  createdAt: row.created_at,
  ...(row.ended_at !== null && row.ended_by !== null && { ended: { at: row.ended_at, by: row.ended_by } }),
  version: row.version,
})

/** A list also holds the reseller's other names. */
const listedOf = (row: Row): PartnershipRecord => ({
  ...recordOf(row),
  resellerDomain: shownDomain(row.reseller_domain),
  ...(row.reseller_partner_id !== null && { resellerPartnerId: row.reseller_partner_id }),
})

export const partnerships = (db: Kysely<Database>) => ({
  /** Both sides' lists; active first, by name. */
  list: async (scope: Scope, page: PageRequest): Promise<Page<PartnershipRecord>> => {
    const home: CursorHome = { list: 'partnerships', organizationId: scope.organizationId, view: {} }
    const after = positionOf(home, page)
    const order = await nameOrderOf(db, page, after)
    const name = byName('seen.name_key', order)
    const [rank, key, id] = after?.keys ?? []
    const rest: Rest = (of) => {
      const keys = sql`rank, ${byName(of, order)}, partnerships.id`
      return sql`${after ? sql`and (${keys}) > (${rank}::smallint, ${key}, ${id}::uuid)` : sql``} order by ${keys} limit ${page.limit + 1}`
    }
    const found = recordsOf(db, scope, rest).orderBy('seen.rank').orderBy(name).orderBy('seen.id').limit(page.limit + 1)
    const rows = await found.execute()
    const total = after?.total ?? (await countedUpTo(db, countCap, seenBy(scope)))
    return pageFrom(home, page.limit, rows, total, { item: listedOf, keys: (row) => [String(row.rank), row.name_key, row.id], order })
  },

  find: async (scope: Scope, id: string): Promise<PartnershipRecord | undefined> => {
    if (!isUuid(id)) return undefined
    const row = await recordsOf(db, scope).where('seen.id', '=', id).executeTakeFirst()
    return row && recordOf(row)
  },

  /** The latest partnership with another organisation, in any state. */
  findWith: async (scope: Scope, otherOrganizationId: string): Promise<PartnershipRecord | undefined> => {
    const row = await recordsOf(db, scope).where('seen.other_id', '=', otherOrganizationId).orderBy('seen.rank').executeTakeFirst()
    return row && recordOf(row)
  },

  /** Makes the provider's request, which the reseller's list shows. A removed partnership is requested again. */
  request: (provider: Scope, partnership: PartnershipRecord, write: Write<PartnershipRecord>): Promise<PartnershipRecord> =>
    writing(db, provider.organizationId, write, async (trx) => {
      const { id, reseller, createdAt } = partnership
      const made = await trx
        .insertInto('partnerships')
        .values({
          partner_id: provider.organizationId,
          id,
          reseller_id: reseller.id,
          reseller_name_key: sortKeyOf(reseller.displayName),
          state: 'requested',
          rank: 1,
          created_at: createdAt,
          version: 1,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['partner_id', 'reseller_id'])
            .doUpdateSet({
              state: 'requested', rank: 1, created_at: createdAt, ended_at: null, ended_by: null,
              version: sql<number>`partnerships.version + 1`,
            })
            .where('partnerships.state', '=', 'removed'),
        )
        .returning(['id', 'version'])
        .executeTakeFirst()
      if (!made) throw new StaleWrite('There is a partnership with this reseller already')
      await intoInbox(trx, { id: made.id, provider: partnership.provider, reseller })
      return { ...partnership, ...made }
    }),

  /** Updates for either side; throws StaleWrite, with nothing changed, for another `version`. */
  update: (scope: Scope, next: PartnershipRecord, write: Write<PartnershipRecord>): Promise<PartnershipRecord> =>
    writing(db, scope.organizationId, write, (trx) => save(trx, scope, next)),

  /** Also ends what depends on it (domain/partnerships/ending); `tell` makes its audit entries. */
  end: (
    scope: Scope,
    next: PartnershipRecord,
    write: Write<PartnershipRecord>,
    tellOf: (ended: Ended) => Pick<Write<unknown>, 'audit' | 'changes'>,
  ): Promise<PartnershipRecord> =>
    writing(db, scope.organizationId, write, async (trx, tell) => {
      const invites = await withdrawInvites(trx, next, write.at)
      const saved = await save(trx, scope, next)
      tell(tellOf({ ...(await endUnderWay(trx, next, write.at)), invites }))
      return saved
    }),

  removal: (parties: Parties): Promise<Omit<Removal, 'keepsMails'>> => removalOf(db, parties),

  /** The scope's active partnership with another organisation, by that one's id. */
  findActiveWith: async (scope: Scope, otherOrganizationId: string): Promise<PartnershipRecord | undefined> => {
    const row = await recordsOf(db, scope)
      .where((eb) => eb.and({ 'seen.other_id': otherOrganizationId, 'partnerships.state': 'active' }))
      .executeTakeFirst()
    return row && recordOf(row)
  },
})

async function save(trx: Transaction<Database>, scope: Scope, next: PartnershipRecord): Promise<PartnershipRecord> {
  if (![next.provider.id, next.reseller.id].includes(scope.organizationId)) throw new StaleWrite('Not a partnership of this organisation')
  const saved = await trx
    .updateTable('partnerships')
    .set({
      state: next.state, rank: next.state === 'active' ? 0 : 1, ended_at: next.ended?.at ?? null, ended_by: next.ended?.by ?? null,
      version: next.version + 1,
    })
    .where((eb) => eb.and({ partner_id: next.provider.id, id: next.id, version: next.version }))
    .returning('version')
    .executeTakeFirst()
  if (!saved) throw new StaleWrite(`Partnership ${next.id} is no longer at version ${next.version}`)
  return { ...next, version: saved.version }
}
