import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { recordOf } from '../audit/record.ts'

/** What is written beside a new invitation. */
export function newInvitationRecord(actor: Actor, { id, reseller, customer }: InvitationRecord, at: string) {
  const organizationIds = reseller ? [actor.organization.id, reseller.id] : [actor.organization.id]
  const event = { at, noun: 'invitations', nounId: id, organizationIds, customerId: customer?.tenantId } as const
  return recordOf(actor, [
    { ...event, action: 'invitation.created' },
    ...(reseller ? [{ ...event, action: 'invitation.handed_over' as const, details: { to: reseller.displayName } }] : []),
  ])
}
