import { type Kysely, sql, type Transaction, type Updateable } from 'kysely'
import type { RowsOfParties } from '../../../domain/invitations/acceptance/answer-transitions.ts'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { Receipt } from '../../../domain/invitations/schemas.ts'
import { openStates } from '../../../domain/invitations/states.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { hasAgreement } from '../agreements/agreements.ts'
import { keepRelationship, rowsOfParties, type NewAcceptance } from './customer-rows.ts'
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

export type BehindLink = {
  scope: LinkScope
  invitation: InvitationRecord
  inviter: Organization
  reseller: Organization | null
  reissued: boolean
}

export const acceptance = (db: Kysely<Database>) => ({
  /** Finds by the hash of a link's token. `reissued`: a newer link replaced this one. */
  findByLink: async (tokenHash: string): Promise<BehindLink | undefined> => {
    // One statement, so that the invitation's state and the link's number match.
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

  /** The address of a party's person by name; null unless exactly one has that name. */
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

  /** This tenant's answer through this invitation, by any link, with its receipt. */
  answerOf: async (scope: LinkScope, tenantId: string): Promise<{ answer: Receipt['answer']; receiptId: string } | undefined> => {
    const row = await db
      .selectFrom('relationship_requests')
      .select(['answer', 'receipt_id'])
      .where((eb) => eb.and({ partner_id: scope.ownerId, invitation_id: scope.invitationId, tenant_id: tenantId }))
      .executeTakeFirst()
    return row?.answer && row.receipt_id ? { answer: row.answer, receiptId: row.receipt_id } : undefined
  },

  /** The tenant's rows in the lists of the invitation's two partners. */
  rowsOf: (scope: LinkScope, tenantId: string): Promise<RowsOfParties> => rowsOfParties(db, scope, tenantId),

  /** True by the customer's own acceptance or the owner's attestation. */
  hasAgreement: (scope: LinkScope, actor: Scope): Promise<boolean> => hasAgreement(db, scope, actor),

  /**
   * Accepts once per tenant: throws StaleWrite when someone answered first, or it was withdrawn or reissued. Ignores `version`, so that
   * another customer of a reusable invitation or a second reader causes no failure.
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
      await giveAPlace(trx, actor)
      return accepted.receipt
    }),

  /** Declines, once like {@link accept}: changes the invitation alone and leaves a receipt. */
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
  db.selectFrom('invitation_links').select(['owner_id as partner_id', 'invitation_id as id']).where('token_hash', '=', tokenHash)

/** A customer that only visited has its place here from its yes on. Throws StaleWrite for one that has become a partner meanwhile. */
async function giveAPlace(trx: Transaction<Database>, customer: Scope): Promise<void> {
  await trx
    .updateTable('organizations')
    .set({ visiting_since: null })
    .where('id', '=', customer.organizationId)
    .where('visiting_since', 'is not', null)
    .execute()
  // Read only now: whoever made it a partner held its row until then.
  const { kind } = await trx.selectFrom('organizations').select('kind').where('id', '=', customer.organizationId).executeTakeFirstOrThrow()
  if (kind !== 'customer') throw new StaleWrite('The tenant is a partner')
}

type Answered = Partial<Pick<Updateable<Database['invitations']>, 'state' | 'since' | 'accepted_by_id' | 'decline_reason'>>
  & Partial<Record<'accepted_count' | 'declined_count', ReturnType<typeof sql<number>>>>

/**
 * Answers only while the invitation is open and the link is its living one. Ignores `version`, as above. The row's lock decides between two
 * answers; the second finds it closed.
 */
async function answerInvitation(
  trx: Transaction<Database>,
  scope: LinkScope,
  columns: Answered,
): Promise<void> {
  const answered = await trx
    .updateTable('invitations')
    .set({ ...columns, version: sql<number>`version + 1` })
    .where((eb) => eb.and({ partner_id: scope.ownerId, id: scope.invitationId }))
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
