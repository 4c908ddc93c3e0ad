import type { Actor } from '../session/actor.ts'
import type { Refusal } from '../verdict.ts'
import type { InvitationRecord } from './invitation.ts'
import type { InvitationFailure, InvitationTracking } from './schemas.ts'

export const untracked: InvitationTracking = {
  fetchedCount: 0,
  firstOpenedAt: null,
  lastOpenedAt: null,
  signedInAt: null,
  handedToAdminAt: null,
  failure: null,
  confirmedAt: null,
}

/** What the reader was doing when a rule refused it. */
export type Attempt = 'opening' | 'accepting'

type Invited = Pick<InvitationRecord, 'customer'>

/** Tells whether a signed-in reader can be the invited customer, and is the named tenant if there is one. */
export const isInvited = ({ organization }: Actor, { customer }: Invited): boolean =>
  organization.kind === 'customer' && (customer?.tenantId === undefined || customer.tenantId === organization.tenantId)

/**
 * Section 5.1, `failed`: decides whether the invitation keeps a refusal for its maker. It keeps refusals for role, cloud or a limit of a
 * customer that it can be for. It keeps neither its own end, nor a missing agreement, which the page resolves, nor refusals of unrelated
 * organisations, partners or one of many readers of a reusable link. A reader who is no Global admin has not failed: it hands the
 * invitation on.
 */
export function failureOf(
  refusal: Refusal,
  { actor, invitation }: { actor: Actor; invitation: Invited & Pick<InvitationRecord, 'reusable'> },
  attempt: Attempt,
  now: Date,
): InvitationFailure | null {
  if (refusal.because === 'state' || invitation.reusable || !isInvited(actor, invitation)) return null
  if (attempt === 'opening' && refusal.code === 'acceptance.needs_global_admin') return null
  return refusal.rule === undefined ? null : { at: now.toISOString(), code: refusal.code, rule: refusal.rule }
}

/**
 * The customer may try again, so it stays the customer's turn (BR-33). The same cause again changes nothing; another one replaces it and
 * keeps the first time.
 */
export function failInvitation(invitation: InvitationRecord, failure: InvitationFailure): InvitationRecord {
  if (invitation.state !== 'failed')
    return { ...invitation, state: 'failed', since: failure.at, tracking: { ...invitation.tracking, failure } }
  const isKnown = invitation.tracking.failure?.code === failure.code
  return isKnown ? invitation : { ...invitation, tracking: { ...invitation.tracking, failure } }
}

const minute = 60 * 1000

/** Keeps two readers who fail in turn from filling the history. */
export const isWorthRecording = ({ state, tracking }: Pick<InvitationRecord, 'state' | 'tracking'>, now: Date): boolean =>
  state !== 'failed' || tracking.failure === null || now.getTime() - Date.parse(tracking.failure.at) >= minute

/** Records that a person has the page open. The first time changes the state; a failed invitation stays so until it succeeds. */
export function openInvitation(invitation: InvitationRecord, now: Date, signedIn = false): InvitationRecord {
  const at = now.toISOString()
  const { firstOpenedAt, signedInAt } = invitation.tracking
  const tracking: InvitationTracking = {
    ...invitation.tracking,
    firstOpenedAt: firstOpenedAt ?? at,
    lastOpenedAt: at,
    signedInAt: signedIn ? (signedInAt ?? at) : signedInAt,
  }
  const isKnown = invitation.state === 'opened' || invitation.state === 'failed'
  return isKnown ? { ...invitation, tracking } : { ...invitation, state: 'opened', since: at, tracking }
}

/** Records the hand-over to an administrator, which ends a failure for want of one. */
export function handToAdministrator(invitation: InvitationRecord, now: Date): InvitationRecord {
  const at = now.toISOString()
  const tracking = { ...invitation.tracking, handedToAdminAt: at }
  return invitation.tracking.failure?.code === 'acceptance.needs_global_admin'
    ? { ...invitation, state: 'opened', since: at, tracking: { ...tracking, failure: null } }
    : { ...invitation, tracking }
}
