import type { Transaction } from 'kysely'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { Receipt } from '../../../domain/invitations/schemas.ts'
import type { Database } from '../sql/tables/database.ts'
import type { LinkScope } from '../scope.ts'
import { StaleWrite } from '../errors.ts'
import { uuidV7 } from '../sql/uuid-v7.ts'
import { keepSights } from './sights.ts'

type Concerned = { partnerId: string; invitationId: string; tenantId: string; at: string }

/** A tenant's one request through an invitation; those that are there already stay. Their sights are the caller's to keep. */
async function addRequests(trx: Transaction<Database>, concerned: readonly Concerned[]): Promise<void> {
  if (concerned.length === 0) return
  await trx
    .insertInto('relationship_requests')
    .values(
      concerned.map(({ partnerId, invitationId, tenantId, at }) => ({
        partner_id: partnerId, invitation_id: invitationId, tenant_id: tenantId, id: uuidV7(new Date(at)), at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['partner_id', 'invitation_id', 'tenant_id']).doNothing())
    .execute()
}

/** Whoever is named by its tenant has a request before it has opened anything. */
export async function nameTenants(trx: Transaction<Database>, made: readonly InvitationRecord[]): Promise<void> {
  const concerned = made.flatMap(({ id, inviter, customer, createdAt }) =>
    customer?.tenantId === undefined
      ? []
      : [{ partnerId: inviter.id, invitationId: id, tenantId: customer.tenantId, at: createdAt }],
  )
  await addRequests(trx, concerned)
  await keepSights(trx, concerned.map((each) => keyOf({ ownerId: each.partnerId, invitationId: each.invitationId }, each.tenantId)))
}

export async function keepKinds(trx: Transaction<Database>, made: readonly InvitationRecord[]): Promise<void> {
  const kinds = made.flatMap(({ id, inviter, kind }) => (kind ? [{ partner_id: inviter.id, invitation_id: id, kind }] : []))
  if (kinds.length > 0) await trx.insertInto('invitation_kinds').values(kinds).execute()
}

const keyOf = ({ ownerId, invitationId }: Pick<LinkScope, 'ownerId' | 'invitationId'>, tenantId: string) =>
  ({ partner_id: ownerId, invitation_id: invitationId, tenant_id: tenantId }) as const

const concernedBy = ({ ownerId, invitationId }: LinkScope, tenantId: string, at: string): Concerned => ({
  partnerId: ownerId, invitationId, tenantId, at,
})

/** Somebody of the tenant has the page open. True for the first time; later ones are kept once a minute at most. */
export async function seeRequest(trx: Transaction<Database>, scope: LinkScope, tenantId: string, at: string): Promise<boolean> {
  const known = await trx
    .selectFrom('relationship_requests')
    .select('first_seen_at')
    .where((eb) => eb.and(keyOf(scope, tenantId)))
    .executeTakeFirst()
  if (known?.first_seen_at) {
    const aMinuteAgo = new Date(Date.parse(at) - 60_000).toISOString()
    await trx
      .updateTable('relationship_requests')
      .set({ last_seen_at: at })
      .where((eb) => eb.and(keyOf(scope, tenantId)))
      .where('last_seen_at', '<', aMinuteAgo)
      .execute()
    return false
  }
  // In the order in which an answer locks them.
  await trx
    .selectFrom('invitations')
    .select('id')
    .where((eb) => eb.and({ partner_id: scope.ownerId, id: scope.invitationId }))
    .forShare()
    .execute()
  await addRequests(trx, [concernedBy(scope, tenantId, at)])
  const first = await trx
    .updateTable('relationship_requests')
    .set({ first_seen_at: at, last_seen_at: at })
    .where((eb) => eb.and(keyOf(scope, tenantId)))
    .where('first_seen_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (first) await keepSights(trx, [keyOf(scope, tenantId)])
  return first !== undefined
}

/** The tenant's one answer, in the transaction that keeps it; throws StaleWrite when it has given one before. */
export async function answerRequest(trx: Transaction<Database>, scope: LinkScope, receipt: Receipt): Promise<void> {
  const { tenantId } = receipt.tenant
  await addRequests(trx, [concernedBy(scope, tenantId, receipt.at)])
  const answered = await trx
    .updateTable('relationship_requests')
    .set({ answer: receipt.answer, answered_at: receipt.at, receipt_id: receipt.id, reason: receipt.reason })
    .where((eb) => eb.and(keyOf(scope, tenantId)))
    .where('answer', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!answered) throw new StaleWrite('This customer has answered through this invitation already')
  await keepSights(trx, [keyOf(scope, tenantId)])
}
