import type { InvitationRecord } from '../invitations/invitation.ts'
import { isOpen, shownState } from '../invitations/turn.ts'
import type { RequestKind } from './kinds.ts'

/** `closed`: withdrawn, expired, answered by another tenant first, or from a partner that cannot serve it. */
export const requestStates = ['open', 'answered', 'closed'] as const
export type RequestState = (typeof requestStates)[number]

/** One customer tenant's request through one invitation, which may be reusable. */
export type RequestRecord = {
  id: string
  kind: RequestKind
  invitation: Pick<InvitationRecord, 'id' | 'state' | 'since' | 'expiresAt' | 'delivery' | 'includeDap' | 'inviter' | 'reseller'>
  /** Whether the partner serves the customer's cloud and country or region (BR-34, BR-39); only the customer learns it. */
  canBeServed: boolean
  /** The name is known when the tenant is, or when the maker wrote one. */
  customer: { tenantId: string; displayName: string | null }
  firstSeenAt: string | null
  lastSeenAt: string | null
  answer: 'accepted' | 'declined' | null
  answeredAt: string | null
  receiptId: string | null
  reason: string | null
}

type Standing = Pick<RequestRecord, 'answer' | 'invitation' | 'canBeServed'>

/** Returns the present state; an answer stays, whatever the invitation does afterwards. */
export function requestState({ answer, invitation, canBeServed }: Standing, now: Date): RequestState {
  if (answer !== null) return 'answered'
  return canBeServed && isOpen(invitation, now) ? 'open' : 'closed'
}

/** Returns when the present state began, which orders the list. */
export function requestSince(request: Standing & Pick<RequestRecord, 'answeredAt' | 'firstSeenAt'>, now: Date): string {
  const { answeredAt, firstSeenAt, invitation } = request
  if (answeredAt !== null) return answeredAt
  if (shownState(invitation, now) === 'lapsed') return invitation.expiresAt
  return requestState(request, now) === 'open' && firstSeenAt !== null ? firstSeenAt : invitation.since
}
