import type { Transaction } from 'kysely'
import type { Database } from '../sql/tables/database.ts'
import { keepSights } from '../relationship-requests/sights.ts'
import { demoId } from './demo-ids.ts'
import type { DemoInvitation } from './invitations/demo-invitation.ts'

/** One request for each tenant that the scene's invitations name or that has answered. */
export async function seedRequests(trx: Transaction<Database>, all: readonly DemoInvitation[], from: number): Promise<void> {
  const requests = all
    .flatMap(({ invitation, answers }) => {
      const { id, inviter, customer, createdAt, tracking } = invitation
      const named = customer?.tenantId
      const answered = answers.map(({ receipt }) => ({
        tenant_id: receipt.tenant.tenantId, first_seen_at: receipt.at, last_seen_at: receipt.at, answer: receipt.answer,
        answered_at: receipt.at, receipt_id: receipt.id, reason: receipt.reason,
      }))
      const unanswered = named !== undefined && !answered.some(({ tenant_id }) => tenant_id === named)
      const { signedInAt } = tracking
      const seen = signedInAt === null ? {} : { first_seen_at: signedInAt, last_seen_at: signedInAt }
      return [...answered, ...(unanswered ? [{ tenant_id: named, ...seen }] : [])].map((row) => ({
        ...row, partner_id: inviter.id, invitation_id: id, at: createdAt,
      }))
    })
    .map((row, position) => ({ ...row, id: demoId('request', from + position) }))
  await trx.insertInto('relationship_requests').values(requests).execute()
  await keepSights(trx, requests)
}
