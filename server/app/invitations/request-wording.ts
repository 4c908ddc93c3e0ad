import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'

export type InvitationRequest = Pick<InvitationRecord, 'kind' | 'includeDap'> & { reseller: unknown }

/**
 * Chooses the sentences of `mails.invitation.` for an invitation's asks: a present reseller asks for admin rights alone, and nobody buys
 * from a provider behind a reseller.
 */
export function requestWording({ kind, includeDap, reseller }: InvitationRequest) {
  if (kind === 'restore') return { subject: 'subject_admin', ask: 'ask.admin' } as const
  if (reseller) return { subject: 'subject_through', ask: includeDap ? 'ask.through_and_admin' : 'ask.through' } as const
  return { subject: 'subject', ask: includeDap ? 'ask.relationship_and_admin' : 'ask.relationship' } as const
}
