import type { Kysely, Transaction } from 'kysely'
import type { OpenInvitation } from '../../../domain/bulk-invitations/same-customer.ts'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { InvitedCustomer } from '../../../domain/invitations/schemas.ts'
import { opensTenant } from '../../../domain/relationships/basis.ts'
import type { Standing } from '../../../domain/relationships/standing.ts'
import { batchesOf } from '../sql/batches.ts'
import { holdRows } from '../customers/rows.ts'
import type { CustomerRow } from '../customers/row.ts'
import { invitationFunnel } from './funnel.ts'
import { listInvitations } from './list.ts'
import {
  changingColumns, forwardRows, inboxRows, invitationOf, invitationsAt, keepMoments, keysOf, keyWithin, makerRows, newRow, serviceRows,
} from './row.ts'
import { notInvitedYet, openInvitations, type NewInvitation } from './open-invitations.ts'
import { holdPartnerships } from '../partnerships/partnership-end.ts'
import { keepKinds, nameTenants } from '../relationship-requests/request-rows.ts'
import { keepSightsOf, throughInvitations } from '../relationship-requests/sights.ts'
import type { Database } from '../sql/tables/database.ts'
import type { Scope } from '../scope.ts'
import { StaleWrite } from '../errors.ts'
import { holdSeenStandings } from '../relationships/tenant-standing.ts'
import { isUuid } from '../sql/uuid-v7.ts'
import { writing, writingAll } from '../sql/writing.ts'
import type { Write } from '../write.ts'

export const invitations = (db: Kysely<Database>) => ({
  /** Those the organisation made and those handed to it. */
  list: listInvitations(db),

  find: (scope: Scope, id: string): Promise<InvitationRecord | undefined> => findWithin(db, scope, id),

  /**
   * The maker's organisation must be the scope's. `tokenHash` is SHA-256 hex of the link's token; `makerId`: who is told. Throws
   * StaleWrite when the partnership it goes through, the partners of its tenant (`standing`) or the customer that it asks anew are no
   * longer what they were when it was decided.
   */
  create: async (
    scope: Scope, invitation: InvitationRecord, tokenHash: string, write: Write<InvitationRecord>, makerId?: string, standing?: Standing,
  ): Promise<InvitationRecord> => {
    if (invitation.inviter.id !== scope.organizationId) throw new Error('An invitation is made by the organisation of the scope')
    return writing(db, scope.organizationId, write, async (trx) => {
      const made = { ...invitation, version: 1 }
      await holdWhatItRestsOn(trx, scope, [{ invitation: made, standing }])
      await insertInvitations(trx, [{ invitation: made, tokenHash, makerId }])
      return made
    })
  },

  /**
   * Makes all (≤ 500) in one transaction but those whose answer's key has an answer already and those with `unlessInvited` whose
   * customer has an open invitation by now, which change nothing. Returns the ids of those that were made.
   */
  createAll: async (scope: Scope, made: readonly NewInvitation[]): Promise<string[]> => {
    if (made.some(({ invitation }) => invitation.inviter.id !== scope.organizationId))
      throw new Error('An invitation is made by the organisation of the scope')
    const rows = made.map((each) => ({ ...each, saved: { ...each.invitation, version: 1 } }))
    const claimed = await writingAll(db, scope.organizationId, rows, async (trx, fresh) => {
      await holdWhatItRestsOn(trx, scope, fresh)
      for (const batch of batchesOf(fresh))
        await insertInvitations(trx, batch.map(({ saved, tokenHash, makerId }) => ({ invitation: saved, tokenHash, makerId })))
    }, (trx, given) => notInvitedYet(trx, scope, given))
    return claimed.map(({ saved }) => saved.id)
  },

  /** Open invitations of the organisation's own, among those that share a mark with these customers; the newest 5,000 at most. */
  openInvitations: (scope: Scope, like: readonly InvitedCustomer[], now: string): Promise<OpenInvitation[]> =>
    openInvitations(db, scope, like, now),

  /** Compare-and-set on `version`; with `tokenHash` the link before dies and is remembered as reissued. New forwards are kept as rows. */
  update: (scope: Scope, next: InvitationRecord, write: Write<InvitationRecord>, tokenHash?: string): Promise<InvitationRecord> =>
    writing(db, scope.organizationId, write, async (trx) => {
      const key = await trx
        .selectFrom(keyWithin(trx, scope, next.id).as('sought'))
        .innerJoin('invitations as found', (join) =>
          join.onRef('found.partner_id', '=', 'sought.partner_id').onRef('found.id', '=', 'sought.id'),
        )
        .select(['found.partner_id', 'found.reseller_id'])
        .executeTakeFirst()
      const mayUpdate = key && (tokenHash === undefined || key.partner_id === scope.organizationId)
      const updated =
        mayUpdate &&
        (await trx
          .updateTable('invitations')
          .set(changingColumns(next))
          .set((eb) => ({ version: eb('version', '+', 1) }))
          .where((eb) => eb.and({ partner_id: key.partner_id, id: next.id, version: next.version }))
          .returning('id')
          .executeTakeFirst())
      if (!updated) throw new StaleWrite(`Invitation ${next.id} is no longer at version ${next.version}`)
      await addForwards(trx, next)
      if (tokenHash !== undefined) await replaceLink(trx, scope, next.id, tokenHash)
      if (next.reseller === null && key.reseller_id !== null) await takeFromInbox(trx, key.reseller_id, next.id)
      await keepSightsOf(trx, throughInvitations(key.partner_id, [next.id]))
      const [saved] = await keepMoments(trx, keyWithin(trx, scope, next.id))
      if (!saved) throw new Error(`Invitation ${next.id} was lost while it was written`)
      return saved
    }),

  /** How far the organisation's own invitations got that were made from `from` on and before `before`; by reseller, direct first. */
  funnel: invitationFunnel(db),

  /** Whether this is the hash of the invitation's living link. */
  hasLivingLink: async (scope: Scope, id: string, tokenHash: string): Promise<boolean> => {
    if (!isUuid(id)) return false
    const link = await db
      .selectFrom(keyWithin(db, scope, id).as('sought'))
      .innerJoin('invitation_links as link', (join) =>
        join.onRef('link.owner_id', '=', 'sought.partner_id').onRef('link.invitation_id', '=', 'sought.id'),
      )
      .select('link.reissued')
      .where('link.token_hash', '=', tokenHash)
      .executeTakeFirst()
    return link !== undefined && !link.reissued
  },
})

async function findWithin(db: Kysely<Database>, scope: Scope, id: string): Promise<InvitationRecord | undefined> {
  if (!isUuid(id)) return undefined
  const row = await invitationsAt(db, keyWithin(db, scope, id)).executeTakeFirst()
  return row && invitationOf(row)
}

/**
 * What the decisions about new invitations rest on, until the transaction ends: the partnerships that they go through (BR-25), the
 * partners that the tenants have (BR-06, BR-23), and the customers of whom admin rights are asked anew (BR-46). Throws StaleWrite.
 */
async function holdWhatItRestsOn(
  trx: Transaction<Database>,
  maker: Scope,
  made: readonly { invitation: InvitationRecord; standing?: Standing | undefined }[],
): Promise<void> {
  await holdPartnerships(trx, maker.organizationId, made.flatMap(({ invitation: { reseller } }) => reseller?.id ?? []))
  // Days for reminders that are chosen meanwhile wait, and find what is made (`followDays`).
  await trx.selectFrom('organizations').select('id').where('id', '=', maker.organizationId).forShare().execute()
  const seen = made.flatMap(({ invitation: { customer }, standing }): [string, Standing][] =>
    customer?.tenantId === undefined || standing === undefined ? [] : [[customer.tenantId, standing]],
  )
  await holdSeenStandings(trx, seen)
  const asked = made.flatMap(({ invitation: { kind, customer } }) => (kind === 'restore' && customer?.tenantId ? [customer.tenantId] : []))
  const isAskable = ({ basis, dap }: CustomerRow) => opensTenant(basis) && !dap
  await holdRows(trx, maker.organizationId, asked.map((id) => ({ id, is: isAskable })))
}

/** The owners' rows, the links' hashes and, for those that are handed over, the resellers' rows of their inboxes. */
async function insertInvitations(
  trx: Transaction<Database>,
  made: readonly { invitation: InvitationRecord; tokenHash: string; makerId: string | undefined }[],
): Promise<void> {
  const records = made.map(({ invitation }) => invitation)
  const links = made.map(({ invitation: { id, inviter }, tokenHash }) => (
    { token_hash: tokenHash, owner_id: inviter.id, invitation_id: id, reissued: false }
  ))
  await trx.insertInto('invitations').values(records.map(newRow)).execute()
  await trx.insertInto('invitation_links').values(links).execute()
  const inbox = records.flatMap(inboxRows)
  if (inbox.length > 0) await trx.insertInto('invitation_inbox').values(inbox).execute()
  const makers = made.flatMap(({ invitation, makerId }) => makerRows(invitation, makerId))
  if (makers.length > 0) await trx.insertInto('invitation_makers').values(makers).execute()
  const services = records.flatMap(serviceRows)
  if (services.length > 0) await trx.insertInto('invitation_services').values(services).execute()
  for (const invitation of records) await addForwards(trx, invitation)
  await keepMoments(trx, keysOf(trx, records[0]?.inviter.id ?? '', records.map(({ id }) => id)))
  await keepKinds(trx, records)
  await nameTenants(trx, records)
}

/** Forwards are only ever added; those that are kept already stay as they are. */
async function addForwards(trx: Transaction<Database>, invitation: InvitationRecord): Promise<void> {
  if (invitation.forwards.length === 0) return
  await trx
    .insertInto('invitation_forwards')
    .values(forwardRows(invitation))
    .onConflict((conflict) => conflict.columns(['partner_id', 'invitation_id', 'position']).doNothing())
    .execute()
}

/** Whoever is no reseller of it any more does not see what becomes of it. */
async function takeFromInbox(trx: Transaction<Database>, resellerId: string, id: string): Promise<void> {
  await trx.deleteFrom('invitation_inbox').where('partner_id', '=', resellerId).where('invitation_id', '=', id).execute()
}

async function replaceLink(trx: Transaction<Database>, scope: Scope, id: string, tokenHash: string): Promise<void> {
  await trx
    .updateTable('invitation_links')
    .set({ reissued: true })
    .where((eb) => eb.and({ owner_id: scope.organizationId, invitation_id: id }))
    .execute()
  await trx
    .insertInto('invitation_links')
    .values({ token_hash: tokenHash, owner_id: scope.organizationId, invitation_id: id, reissued: false })
    .execute()
}
