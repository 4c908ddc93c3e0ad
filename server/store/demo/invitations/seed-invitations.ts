import type { Transaction } from 'kysely'
import { cloudPolicies } from '../../../../domain/clouds/cloud-policies.ts'
import type { InvitationRecord } from '../../../../domain/invitations/invitation.ts'
import { untracked } from '../../../../domain/invitations/tracking.ts'
import { receiptRow } from '../../acceptance/receipts.ts'
import { forwardRows, inboxRows, keepMoments, keysOf, makerRows, newRow } from '../../invitations/row.ts'
import { keepMilestones } from '../../invitations/milestones.ts'
import { traceRow } from '../../invitations/trace-rows.ts'
import { batchesOf } from '../../sql/batches.ts'
import type { Database } from '../../sql/tables/database.ts'
import { auditRow } from '../../sql/writing.ts'
import { demoId } from '../demo-ids.ts'
import { seedRequests } from '../seed-requests.ts'
import type { DemoInvitation } from './demo-invitation.ts'

/** Derives the SHA-256 hex of a link's token as the API does. */
export type TokenHashOf = (invitation: Pick<InvitationRecord, 'id' | 'inviter' | 'linkNumber'>) => Promise<string>

/** Adds invitations with all that became of them; `from` numbers their events and requests. */
export async function seedInvitations(
  trx: Transaction<Database>, all: readonly DemoInvitation[], tokenHashOf: TokenHashOf, from = 0,
): Promise<void> {
  const invitations = all.map((each) => each.invitation)
  const links = (await Promise.all(invitations.map((it) => linkRows(it, tokenHashOf)))).flat()
  const traces = invitations.filter(({ tracking }) => tracking !== untracked).map(({ id, inviter, tracking }) => (
    { ...traceRow({ partner_id: inviter.id, invitation_id: id }, tracking), fetched_count: tracking.fetchedCount }
  ))
  await trx.insertInto('invitations').values(invitations.map(newRow)).execute()
  await trx.insertInto('invitation_forwards').values(invitations.flatMap(forwardRows)).execute()
  await trx.insertInto('invitation_links').values(links).execute()
  await trx.insertInto('invitation_inbox').values(invitations.flatMap(inboxRows)).execute()
  await trx.insertInto('invitation_traces').values(traces).execute()
  await trx.insertInto('invitation_makers').values(all.flatMap(({ invitation, makerId }) => makerRows(invitation, makerId))).execute()
  for (const [partnerId, made] of Map.groupBy(invitations, ({ inviter }) => inviter.id))
    await keepMoments(trx, keysOf(trx, partnerId, made.map(({ id }) => id)))
  await seedAnswers(trx, all)
  await seedRequests(trx, all, from)
  await seedAudit(trx, all, from)
}

const linkRows = (invitation: InvitationRecord, tokenHashOf: TokenHashOf) =>
  Promise.all(
    Array.from({ length: invitation.linkNumber }, async (_, index) => ({
      token_hash: await tokenHashOf({ ...invitation, linkNumber: index + 1 }),
      owner_id: invitation.inviter.id,
      invitation_id: invitation.id,
      reissued: index + 1 < invitation.linkNumber,
    })),
  )

async function seedAnswers(trx: Transaction<Database>, made: readonly DemoInvitation[]): Promise<void> {
  const answers = made.flatMap(({ invitation, answers: given }) => given.map((answer) => ({ invitation, ...answer })))
  const receipts = answers.map(({ invitation: { id, inviter }, customer, receipt }) =>
    receiptRow({ ownerId: inviter.id, invitationId: id }, customer.id, receipt))
  const agreements = answers
    .filter(({ receipt, customer }) => receipt.answer === 'accepted' && cloudPolicies[customer.cloud].customerAgreement)
    .map(({ customer, receipt }) => ({ organization_id: customer.id, accepted_at: receipt.at, accepted_by: receipt.by }))
  await trx.insertInto('receipts').values(receipts).execute()
  await trx.insertInto('customer_agreements').values(agreements).execute()
}

async function seedAudit(trx: Transaction<Database>, made: readonly DemoInvitation[], from: number): Promise<void> {
  const rows = made.flatMap((each) => each.events).map((event, position) => ({ ...auditRow(event), id: demoId('event', from + position) }))
  for (const batch of batchesOf(rows)) {
    await trx.insertInto('audit_events').values(batch).execute()
    await keepMilestones(trx, batch)
  }
}
