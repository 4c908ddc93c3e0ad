import type { InvitationRecord } from '../invitations/invitation.ts'
import { isOpen, lapsesAt, shownState, turnOf } from '../invitations/turn.ts'
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

/**
 * How a request stands in the list of somebody who may see it, until its invitation lapses; from then on it is closed since that. A
 * customer learns of an invitation that names it when it is its turn, and keeps what it has seen or answered: what a partner has made and
 * not yet sent, or withdrew before, never reached it, and is null.
 */
export function listed(request: Standing & Pick<RequestRecord, 'answeredAt' | 'firstSeenAt'>, asCustomer: boolean) {
  const { answer, answeredAt, firstSeenAt, invitation } = request
  const before = new Date(Date.parse(invitation.expiresAt) - 1)
  const stays = !asCustomer || answer !== null || firstSeenAt !== null
  if (!stays && turnOf(invitation, before) !== 'customer') return null
  return {
    state: requestState(request, before),
    since: requestSince(request, before),
    lapsesAt: answeredAt === null ? lapsesAt(invitation) : null,
    /** Whether it is still shown when it has lapsed. */
    stays,
  }
}
