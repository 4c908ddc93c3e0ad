import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { InviteRecord } from '../../../domain/joining/invite.ts'
import type { ProgrammeAgreement } from '../../../domain/programme-agreement/schemas.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import { StaleWrite } from '../errors.ts'
import { oneAfterAnother, organizationOf } from '../organizations/organizations.ts'
import { keepSaid } from '../organizations/programme-agreement.ts'
import { activate, type Stands } from '../partnerships/activation.ts'
import type { LinkScope, Scope } from '../scope.ts'
import type { CursorHome } from '../sql/cursor.ts'
import { looksKeyOf } from '../sql/looks.ts'
import { countedUpTo, pageFrom, type PageRequest, positionOf } from '../sql/page.ts'
import type { Database } from '../sql/tables/database.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'

const countCap = 1_000

const inviteOf = (row: Selectable<Database['reseller_invites']>): InviteRecord => ({
  id: row.id, tenantId: row.tenant_id, displayName: row.display_name, state: row.state, createdAt: row.created_at,
  createdBy: row.created_by, overAt: row.over_at, version: row.version,
})

const rowOf = ({ tenantId, displayName, createdAt, createdBy, overAt, ...same }: InviteRecord) =>
  ({ ...same, tenant_id: tenantId, display_name: displayName, created_at: createdAt, created_by: createdBy, over_at: overAt })

const own = (db: Kysely<Database>, { organizationId }: Scope) =>
  db.selectFrom('reseller_invites').where('partner_id', '=', organizationId)

const numberOf = async (db: Kysely<Database>, scope: Scope): Promise<number> =>
  (await own(db, scope).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()).count

/** An invitation as whoever has its link finds it. */
export type BehindInvite = { scope: LinkScope; invite: InviteRecord; provider: Organization }

/** What a yes writes. `place`: the name of a tenant that only visited, which becomes a reseller. */
type NewReseller = {
  partnershipId: string
  provider: Organization
  reseller: Organization
  place: string | undefined
  agreement: ProgrammeAgreement['said']
}

/** Providers' invitations to resellers, and the yes that lets one in. */
export const joining = (db: Kysely<Database>) => ({
  /** The newest first, without those that became partnerships. */
  list: async (scope: Scope, page: PageRequest): Promise<Page<InviteRecord>> => {
    const home: CursorHome = { list: 'reseller-invites', organizationId: scope.organizationId, view: {} }
    const after = positionOf(home, page)
    const all = own(db, scope).where('state', '<>', 'joined')
    let query = all.selectAll().orderBy('id', 'desc').limit(page.limit + 1)
    if (after) query = query.where('id', '<', after.keys[0] ?? '')
    const total = after?.total ?? (await countedUpTo(db, countCap, all.select('id')))
    return pageFrom(home, page.limit, await query.execute(), total, { item: inviteOf, keys: (row) => [row.id] })
  },

  find: async (scope: Scope, id: string): Promise<InviteRecord | undefined> => {
    const row = isUuid(id) ? await own(db, scope).selectAll().where('id', '=', id).executeTakeFirst() : undefined
    return row && inviteOf(row)
  },

  /** What the provider has with a tenant: an invitation that waits, a partnership; and how many invitations it has at all. */
  standing: async (scope: Scope, tenantId: string, at: string) => {
    const [waiting, partnership, count] = await Promise.all([
      own(db, scope).select('id').where((eb) => eb.and({ tenant_id: tenantId, state: 'waiting' })).where('over_at', '>', at)
        .executeTakeFirst(),
      db.selectFrom('partnerships').innerJoin('organizations', 'organizations.id', 'partnerships.reseller_id').select('partnerships.state')
        .where('partnerships.partner_id', '=', scope.organizationId).where('organizations.tenant_id', '=', tenantId).executeTakeFirst(),
      numberOf(db, scope),
    ])
    return { isInvited: waiting !== undefined, partnership: partnership?.state, count }
  },

  /** Takes the place of an invitation of the tenant that is over. Throws StaleWrite for one that waits, or with `most` there. */
  make: (scope: Scope, invite: InviteRecord, most: number, write: Write<InviteRecord>): Promise<InviteRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      await oneAfterAnother(trx, scope)
      if ((await numberOf(trx, scope)) >= most) throw new StaleWrite('Others took the last place')
      const row = rowOf(invite)
      const made = await trx
        .insertInto('reseller_invites')
        .values({ ...row, partner_id: scope.organizationId })
        .onConflict((conflict) => conflict.columns(['partner_id', 'tenant_id']).doUpdateSet(row).where((eb) =>
          eb.or([eb('reseller_invites.state', '<>', 'waiting'), eb('reseller_invites.over_at', '<=', write.at)])))
        .returning('id')
        .executeTakeFirst()
      if (!made) throw new StaleWrite('The tenant is invited already')
      return invite
    }),

  /** Compare-and-set on `version`; throws StaleWrite. */
  save: (scope: Scope, next: InviteRecord, write: Write<InviteRecord>): Promise<InviteRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const saved = await trx
        .updateTable('reseller_invites')
        .set({ state: next.state, over_at: next.overAt, version: next.version + 1 })
        .where((eb) => eb.and({ partner_id: scope.organizationId, id: next.id, version: next.version }))
        .returning('version')
        .executeTakeFirst()
      if (!saved) throw new StaleWrite(`Invitation ${next.id} is no longer at version ${next.version}`)
      return { ...next, version: saved.version }
    }),

  /** For whoever has shown the link of this invitation. */
  behind: async ({ providerId, inviteId }: { providerId: string; inviteId: string }): Promise<BehindInvite | undefined> => {
    const row = await db.selectFrom('reseller_invites').selectAll().where((eb) => eb.and({ partner_id: providerId, id: inviteId }))
      .executeTakeFirst()
    if (!row) return undefined
    const provider = await db.selectFrom('organizations').selectAll().where('id', '=', providerId).executeTakeFirstOrThrow()
    return {
      scope: { ownerId: providerId, invitationId: inviteId, linkNumber: row.version } as LinkScope,
      invite: inviteOf(row),
      provider: organizationOf(provider),
    }
  },

  /**
   * Answers once: the tenant has its place, its word for the agreement is kept, and the two are partners. `tellOf` makes the entries of the
   * partnership that stands, which is returned.
   */
  join: (
    link: LinkScope,
    actor: Scope,
    joined: NewReseller,
    write: Write<Stands>,
    tellOf: (partnershipId: string) => Pick<Write<unknown>, 'audit' | 'changes'>,
  ): Promise<Stands> =>
    writing(db, actor.organizationId, write, async (trx, tell) => {
      const { partnershipId: id, provider, reseller, place, agreement } = joined
      await answer(trx, link, 'joined', write.at)
      if (place !== undefined) await giveAPlace(trx, actor, place)
      if (agreement && !(await keepSaid(trx, actor, agreement))) throw new StaleWrite('An agreement is on record')
      const named = { id: reseller.id, displayName: place ?? reseller.displayName }
      const stands = await activate(trx, { id, provider, reseller: named }, write.at)
      tell(tellOf(stands.id))
      return stands
    }),

  decline: (link: LinkScope, actor: Scope, write: Write<void>): Promise<void> =>
    writing(db, actor.organizationId, write, (trx) => answer(trx, link, 'declined', write.at)),
})

/** The row's lock decides between two answers, and between an answer and a withdrawal. */
async function answer(trx: Transaction<Database>, link: LinkScope, state: 'joined' | 'declined', at: string): Promise<void> {
  const answered = await trx
    .updateTable('reseller_invites')
    .set({ state, over_at: at, version: link.linkNumber + 1 })
    .where((eb) => eb.and({ partner_id: link.ownerId, id: link.invitationId, state: 'waiting', version: link.linkNumber }))
    .where('over_at', '>', at)
    .returning('id')
    .executeTakeFirst()
  if (!answered) throw new StaleWrite('The invitation is over')
}

/** A tenant that only visited becomes a reseller. Of its people only Global admins are something there until they sign in again. */
async function giveAPlace(trx: Transaction<Database>, { organizationId }: Scope, displayName: string): Promise<void> {
  const placed = await trx
    .updateTable('organizations')
    .set({ kind: 'indirect_reseller', display_name: displayName, name_looks: looksKeyOf(displayName), visiting_since: null })
    .where('id', '=', organizationId)
    .where('visiting_since', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  if (!placed) throw new StaleWrite('The tenant has its place')
  const others = sql<boolean>`not roles @> '["global_admin"]'`
  await trx.deleteFrom('sessions').where('organization_id', '=', organizationId).where('user_id', 'in', (eb) =>
    eb.selectFrom('users').select('id').where('organization_id', '=', organizationId).where(others)).execute()
  await trx.updateTable('users').set({ roles: '[]', roles_of_directory: '[]' }).where('organization_id', '=', organizationId).where(others)
    .execute()
}
