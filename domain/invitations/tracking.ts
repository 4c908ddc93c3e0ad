import type { Actor } from '../session/actor.ts'
import type { Refusal } from '../verdict.ts'
import type { InvitationRecord } from './invitation.ts'
import type { InvitationFailure, InvitationTracking } from './schemas.ts'

/** What is known of an invitation that nobody has looked at. */
export const untracked: InvitationTracking = {
  fetchedCount: 0,
  firstOpenedAt: null,
  lastOpenedAt: null,
  signedInAt: null,
  handedToAdminAt: null,
  failure: null,
  confirmedAt: null,
}

/** What somebody was doing when a rule said no: reading the page signed in, or giving the answer. */
export type Attempt = 'opening' | 'accepting'

type Invited = Pick<InvitationRecord, 'customer'>

/** Whether a signed-in reader can be the customer that the invitation is for: a customer and, where a tenant is named, that one. */
export const isInvited = ({ organization }: Actor, { customer }: Invited): boolean =>
  organization.kind === 'customer' && (customer?.tenantId === undefined || customer.tenantId === organization.tenantId)

/**
 * Section 5.1, `failed`: whether a refusal is kept with the invitation, so that its maker learns of it. Kept is what role, cloud or a limit
 * say to a customer that it can be for; an invitation that was answered, withdrawn or has lapsed says so itself, and a missing agreement is
 * put right on the page. Not kept is what an unrelated organisation, a partner, or one of many readers of a reusable link runs into: it
 * must not be the invitation's state for everybody else. Whoever only reads it without being a Global admin has not failed: it hands it on.
 */
export function failureOf(
  refusal: Refusal,
  { actor, invitation }: { actor: Actor; invitation: Invited & Pick<InvitationRecord, 'reusable'> },
  attempt: Attempt,
  now: Date,
): InvitationFailure | null {
  if (refusal.because === 'state' || invitation.reusable || !isInvited(actor, invitation)) return null
  if (attempt === 'opening' && refusal.code === 'acceptance.needs_global_admin') return null
  return { at: now.toISOString(), code: refusal.code, rule: refusal.rule }
}

/**
 * The customer may try again, so it stays the customer's turn (BR-33). The same cause again is no news; another replaces it, and the
 * invitation stays failed since the first.
 */
export function failInvitation(invitation: InvitationRecord, failure: InvitationFailure): InvitationRecord {
  if (invitation.state !== 'failed')
    return { ...invitation, state: 'failed', since: failure.at, tracking: { ...invitation.tracking, failure } }
  const isKnown = invitation.tracking.failure?.code === failure.code
  return isKnown ? invitation : { ...invitation, tracking: { ...invitation.tracking, failure } }
}

const minute = 60 * 1000

/** Whether a failure goes into the history: two readers who fail in turn, again and again, must not fill it. */
export const isWorthRecording = ({ state, tracking }: Pick<InvitationRecord, 'state' | 'tracking'>, now: Date): boolean =>
  state !== 'failed' || tracking.failure === null || now.getTime() - Date.parse(tracking.failure.at) >= minute

/** A person has the page open, signed in or not. Its state changes the first time only; what failed stays so until it succeeds. */
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

/** An administrator of the customer was asked to answer. For want of one it failed no longer. */
export function handToAdministrator(invitation: InvitationRecord, now: Date): InvitationRecord {
  const at = now.toISOString()
  const tracking = { ...invitation.tracking, handedToAdminAt: at }
  return invitation.tracking.failure?.code === 'acceptance.needs_global_admin'
    ? { ...invitation, state: 'opened', since: at, tracking: { ...tracking, failure: null } }
    : { ...invitation, tracking }
}
