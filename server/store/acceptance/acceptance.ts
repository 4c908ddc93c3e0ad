import { type Kysely, sql, type Transaction, type Updateable } from 'kysely'
import type { LinesOfParties } from '../../../domain/invitations/acceptance/answer-transitions.ts'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { Receipt } from '../../../domain/invitations/schemas.ts'
import { openStates } from '../../../domain/invitations/states.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { hasAgreement } from '../agreements/agreements.ts'
import { keepRelationship, linesOfParties, type NewAcceptance } from './customer-rows.ts'
import { invitationOf, invitationsAt, keepMoments, keysOf } from '../invitations/row.ts'
import { organizationOf } from '../organizations/organizations.ts'
import { insertReceipt } from './receipts.ts'
import { answerRequest } from '../relationship-requests/request-rows.ts'
import { keepSightsOf, throughInvitations } from '../relationship-requests/sights.ts'
import type { Database } from '../sql/tables/database.ts'
import type { LinkScope, Scope } from '../scope.ts'
import { StaleWrite } from '../errors.ts'
import { holdStanding } from '../relationships/tenant-standing.ts'
import { writing } from '../sql/writing.ts'
import type { Write } from '../write.ts'

/** What a link leads to. */
export type BehindLink = {
  scope: LinkScope
  invitation: InvitationRecord
  inviter: Organization
  reseller: Organization | null
  reissued: boolean
}

export const acceptance = (db: Kysely<Database>) => ({
  /** By the hash of a link's token. `reissued` is true for a link that a newer one replaced. */
  findByLink: async (tokenHash: string): Promise<BehindLink | undefined> => {
    // In one statement: what is read of the invitation is what it was while this link was, or was not, its living one.
    const row = await invitationsAt(db, keyOfLink(db, tokenHash))
      .innerJoin('invitation_links as link', (join) => join.on('link.token_hash', '=', tokenHash))
      .select('link.reissued')
      .executeTakeFirst()
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
      scope: { ownerId: row.partner_id, invitationId: row.id, linkNumber: row.reissued ? 0 : row.link_number } as LinkScope,
      invitation: invitationOf(row),
      inviter,
      reseller: party(row.reseller_id) ?? null,
      reissued: row.reissued,
    }
  },

  /** The address of a party's person of this name; null unless exactly one is called so. */
  addressOf: async (scope: LinkScope, organizationId: string, person: string): Promise<string | null> => {
    const called = await db
      .selectFrom('users')
      .innerJoin('invitations', (join) =>
        join.on((eb) => eb.or([
          eb('invitations.partner_id', '=', eb.ref('users.organization_id')),
          eb('invitations.reseller_id', '=', eb.ref('users.organization_id')),
        ])),
      )
      .select('users.email')
      .where('invitations.partner_id', '=', scope.ownerId)
      .where('invitations.id', '=', scope.invitationId)
      .where('users.organization_id', '=', organizationId)
      .where('users.display_name', '=', person)
      .limit(2)
      .execute()
    return called.length === 1 ? (called[0]?.email ?? null) : null
  },

  /** What this customer tenant has answered through this invitation, through whichever link, and the receipt of it. */
  answerOf: async (scope: LinkScope, tenantId: string): Promise<{ answer: Receipt['answer']; receiptId: string } | undefined> => {
    const row = await db
      .selectFrom('relationship_requests')
      .select(['answer', 'receipt_id'])
      .where('partner_id', '=', scope.ownerId)
      .where('invitation_id', '=', scope.invitationId)
      .where('tenant_id', '=', tenantId)
      .executeTakeFirst()
    return row?.answer && row.receipt_id ? { answer: row.answer, receiptId: row.receipt_id } : undefined
  },

  /** The tenant's lines in the lists of the two partners that the link's invitation is of. */
  linesOf: (scope: LinkScope, tenantId: string): Promise<LinesOfParties> => linesOfParties(db, scope, tenantId),

  /** By the customer's own act, or by the word of the invitation's owner. */
  hasAgreement: (scope: LinkScope, actor: Scope): Promise<boolean> => hasAgreement(db, scope, actor),

  /**
   * Exactly once, and one answer a tenant: throws StaleWrite when someone answered first, or it was withdrawn or reissued. Not compared
   * with `version`, so that neither another customer of a reusable invitation nor a second reader of the page makes it fail.
   */
  accept: (scope: LinkScope, actor: Scope, accepted: NewAcceptance, write: Write<Receipt>): Promise<Receipt> =>
    writing(db, actor.organizationId, write, async (trx) => {
      await answerInvitation(trx, scope, {
        ...(accepted.invitation.reusable ? {} : { state: 'accepted', since: accepted.receipt.at }),
        accepted_by_id: actor.organizationId,
        accepted_count: sql<number>`accepted_count + 1`,
      })
      if (accepted.standing !== undefined) await holdStanding(trx, actor, accepted.standing)
      await answerRequest(trx, scope, accepted.receipt)
      await insertReceipt(trx, scope, actor, accepted.receipt)
      await keepRelationship(trx, accepted)
      if (accepted.agreementAcceptedBy !== undefined) await keepAgreement(trx, actor, accepted.agreementAcceptedBy, accepted.receipt.at)
      return accepted.receipt
    }),

  /** A no, once as a yes is: the invitation alone changes, and a receipt is left. */
  decline: async (
    scope: LinkScope, next: InvitationRecord, write: Write<Receipt>, answer: { actor: Scope; receipt: Receipt },
  ): Promise<void> => {
    await writing(db, answer.actor.organizationId, write, async (trx) => {
      const declined = next.state === 'declined'
      await answerInvitation(trx, scope, {
        ...(declined ? { state: 'declined', since: next.since, decline_reason: next.declineReason } : {}),
        declined_count: sql<number>`coalesce(declined_count, 0) + 1`,
      })
      await answerRequest(trx, scope, answer.receipt)
      await insertReceipt(trx, scope, answer.actor, answer.receipt)
      return answer.receipt
    })
  },
})

const keyOfLink = (db: Kysely<Database>, tokenHash: string) =>
  db
    .selectFrom('invitation_links')
    .select(['owner_id as partner_id', 'invitation_id as id'])
    .where('token_hash', '=', tokenHash)

type Answered = Partial<Pick<Updateable<Database['invitations']>, 'state' | 'since' | 'accepted_by_id' | 'decline_reason'>>
  & Partial<Record<'accepted_count' | 'declined_count', ReturnType<typeof sql<number>>>>

/**
 * Takes the answer only while the invitation is open, and its link the one that was answered. Not compared with `version`: different
 * customers of a reusable invitation, or a second person who opens the page, must not make an answer fail. The row's lock decides
 * between two answers, and the second finds it no longer open.
 */
async function answerInvitation(
  trx: Transaction<Database>,
  scope: LinkScope,
  columns: Answered,
): Promise<void> {
  const answered = await trx
    .updateTable('invitations')
    .set({ ...columns, version: sql<number>`version + 1` })
    .where('partner_id', '=', scope.ownerId)
    .where('id', '=', scope.invitationId)
    .where('state', 'in', openStates)
    .where('link_number', '=', scope.linkNumber)
    .returning('accepted_count')
    .executeTakeFirst()
  if (!answered) throw new StaleWrite('The invitation was answered, withdrawn or reissued meanwhile')
  // A further yes to a reusable one changes nothing of what the clock has to do with it.
  if (columns.state || answered.accepted_count === 1) await keepMoments(trx, keysOf(trx, scope.ownerId, [scope.invitationId]))
  if (columns.state) await keepSightsOf(trx, throughInvitations(scope.ownerId, [scope.invitationId]))
}

async function keepAgreement(trx: Transaction<Database>, customer: Scope, acceptedBy: string, at: string): Promise<void> {
  await trx
    .insertInto('customer_agreements')
    .values({ organization_id: customer.organizationId, accepted_at: at, accepted_by: acceptedBy })
    .onConflict((conflict) => conflict.column('organization_id').doNothing())
    .execute()
}
