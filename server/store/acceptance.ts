import { type Kysely, sql, type Transaction, type Updateable } from 'kysely'
import type { InvitationRecord } from '../../domain/invitations/invitation.ts'
import { openStates } from '../../domain/invitations/states.ts'
import { hasAgreement } from './agreements.ts'
import { keepRelationship } from './acceptance-lines.ts'
import { presentLines } from './customer-lines.ts'
import { invitationOf, invitationsAt } from './invitation-row.ts'
import { organizationOf } from './organizations.ts'
import { insertReceipt } from './receipts.ts'
import { answerRequest } from './request-rows.ts'
import type { Database } from './schema/database.ts'
import type { LinkScope, Scope } from './scope.ts'
import { type NewAcceptance, StaleWrite, type Store } from './store.ts'
import { holdStanding } from './tenant-standing.ts'
import { writing } from './write.ts'

export const acceptance = (db: Kysely<Database>): Store['acceptance'] => ({
  findByLink: async (tokenHash) => {
    const link = await db.selectFrom('invitation_links').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
    if (!link) return undefined
    const key = db
      .selectFrom('invitations')
      .select(['partner_id', 'id'])
      .where('partner_id', '=', link.owner_id)
      .where('id', '=', link.invitation_id)
    const row = await invitationsAt(db, key).executeTakeFirst()
    if (!row) return undefined
    const parties = await db
      .selectFrom('organizations')
      .selectAll()
      .where('id', 'in', [row.partner_id, row.reseller_id ?? row.partner_id])
      .execute()
    const party = (id: string | null) =>
      parties
        .filter((organization) => organization.id === id)
        .map(organizationOf)
        .at(0)
    const inviter = party(row.partner_id)
    if (!inviter) return undefined
    return {
      scope: { ownerId: link.owner_id, invitationId: link.invitation_id } as LinkScope,
      invitation: invitationOf(row),
      inviter,
      reseller: party(row.reseller_id) ?? null,
      reissued: link.reissued,
    }
  },

  hasAccepted: async (scope, tenantId) => {
    const row = await db
      .selectFrom('invitation_acceptances')
      .select('receipt_id')
      .where('partner_id', '=', scope.ownerId)
      .where('invitation_id', '=', scope.invitationId)
      .where('tenant_id', '=', tenantId)
      .executeTakeFirst()
    return row !== undefined
  },

  isCustomer: async (scope, tenantId) => (await presentLines(db, scope.ownerId, [tenantId], 'unlocked')).size > 0,

  hasAgreement: (scope, actor) => hasAgreement(db, scope, actor),

  countOtherPartners: async (scope, actor) => {
    const { count } = await db
      .selectFrom('partners_of_tenants')
      .innerJoin('organizations', 'organizations.tenant_id', 'partners_of_tenants.tenant_id')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('organizations.id', '=', actor.organizationId)
      .where('partners_of_tenants.partner_id', '<>', scope.ownerId)
      .where('partners_of_tenants.transacts', '=', true)
      .executeTakeFirstOrThrow()
    return count
  },

  accept: (scope, actor, accepted, write) =>
    writing(db, actor.organizationId, write, async (trx) => {
      await answerInvitation(trx, scope, accepted.invitation, {
        ...(accepted.invitation.reusable ? {} : { state: 'accepted', since: accepted.receipt.at }),
        accepted_by_id: actor.organizationId,
        accepted_count: sql<number>`accepted_count + 1`,
      })
      if (accepted.standing !== undefined) await holdStanding(trx, actor, accepted.standing)
      await claimTenant(trx, scope, accepted)
      await insertReceipt(trx, scope, actor, accepted.receipt)
      await keepRelationship(trx, accepted.customers, accepted.receipt.at, accepted.invitation.kind)
      await answerRequest(trx, scope, accepted.receipt)
      if (accepted.agreementAcceptedBy !== undefined) await keepAgreement(trx, actor, accepted.agreementAcceptedBy, accepted.receipt.at)
      return accepted.receipt
    }),

  decline: async (scope, next, write, answer) => {
    await writing(db, answer.actor.organizationId, write, async (trx) => {
      const declined = next.state === 'declined'
      await answerInvitation(
        trx,
        scope,
        next,
        declined ? { state: 'declined', since: next.since, decline_reason: next.declineReason } : {},
      )
      await insertReceipt(trx, scope, answer.actor, answer.receipt)
      await answerRequest(trx, scope, answer.receipt)
      return answer.receipt
    })
  },
})

type Answered = Partial<Pick<Updateable<Database['invitations']>, 'state' | 'since' | 'accepted_by_id' | 'decline_reason'>>

/**
 * Takes the answer only while the invitation is open, and its link the one that was answered. Not compared with `version`: different
 * customers of a reusable invitation, or a second person who opens the page, must not make an answer fail. The row's lock decides
 * between two answers, and the second finds it no longer open.
 */
async function answerInvitation(
  trx: Transaction<Database>,
  scope: LinkScope,
  next: InvitationRecord,
  columns: Answered & { accepted_count?: ReturnType<typeof sql<number>> },
): Promise<void> {
  const answered = await trx
    .updateTable('invitations')
    .set({ ...columns, version: sql<number>`version + 1` })
    .where('partner_id', '=', scope.ownerId)
    .where('id', '=', scope.invitationId)
    .where('state', 'in', openStates)
    .where('link_number', '=', next.linkNumber)
    .returning('id')
    .executeTakeFirst()
  if (!answered) throw new StaleWrite('The invitation was answered, withdrawn or reissued meanwhile')
}

/** One answer for each tenant, also of a reusable invitation. */
async function claimTenant(trx: Transaction<Database>, scope: LinkScope, { receipt }: NewAcceptance): Promise<void> {
  const claimed = await trx
    .insertInto('invitation_acceptances')
    .values({
      partner_id: scope.ownerId,
      invitation_id: scope.invitationId,
      tenant_id: receipt.tenant.tenantId,
      receipt_id: receipt.id,
      at: receipt.at,
    })
    .onConflict((conflict) => conflict.columns(['partner_id', 'invitation_id', 'tenant_id']).doNothing())
    .returning('receipt_id')
    .executeTakeFirst()
  if (!claimed) throw new StaleWrite('This customer has accepted through this invitation already')
}

async function keepAgreement(trx: Transaction<Database>, customer: Scope, acceptedBy: string, at: string): Promise<void> {
  await trx
    .insertInto('customer_agreements')
    .values({ organization_id: customer.organizationId, accepted_at: at, accepted_by: acceptedBy })
    .onConflict((conflict) => conflict.column('organization_id').doNothing())
    .execute()
}
