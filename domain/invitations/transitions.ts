import type { OrganizationRef } from '../organizations/schemas.ts'
import type { Actor } from '../session/actor.ts'
import type { InvitationRecord } from './invitation.ts'
import { noReminders } from './reminders.ts'
import type { InvitationDraft } from './schemas.ts'
import { untracked } from './tracking.ts'

const day = 24 * 60 * 60 * 1000

const inDays = (now: Date, days: number): string => new Date(now.getTime() + days * day).toISOString()

/** What an organisation shows of itself to another. */
export const refOf = ({ id, tenantId, displayName }: OrganizationRef): OrganizationRef => ({ id, tenantId, displayName })

/** BR-24, BR-25: the maker sends a direct invitation; one through a reseller is handed over at once. */
export function newInvitation(
  draft: InvitationDraft,
  made: { id: string; actor: Actor; reseller: OrganizationRef | null; now: Date },
): InvitationRecord {
  const at = made.now.toISOString()
  const named = draft.customer && Object.keys(draft.customer).length > 0 ? draft.customer : null
  return {
    id: made.id,
    state: draft.delivery === 'via_reseller' ? 'sent' : 'created',
    since: at,
    inviter: refOf(made.actor.organization),
    ...(draft.kind === 'restore' && { kind: draft.kind }),
    delivery: draft.delivery,
    reseller: made.reseller && refOf(made.reseller),
    customer: named,
    reusable: draft.reusable,
    includeDap: draft.includeDap,
    services: [...new Set(draft.services)],
    language: draft.language,
    expiresAt: inDays(made.now, draft.expiresInDays),
    note: draft.note ? draft.note : null,
    createdAt: at,
    createdBy: made.actor.user.displayName,
    forwards: [],
    acceptedCount: 0,
    acceptedBy: null,
    declinedCount: 0,
    declineReason: null,
    tracking: untracked,
    version: 1,
    linkNumber: 1,
    reminders: noReminders,
  }
}

export const sendInvitation = (invitation: InvitationRecord, now: Date): InvitationRecord => ({
  ...invitation,
  state: 'sent',
  since: now.toISOString(),
})

/** A forward keeps `opened` and `failed`, which say more. */
export function forwardInvitation(
  invitation: InvitationRecord,
  forward: { by: string; email: string },
  now: Date,
): InvitationRecord {
  const at = now.toISOString()
  const forwards = [...invitation.forwards, { at, ...forward }]
  const saysMore = invitation.state === 'opened' || invitation.state === 'failed'
  return saysMore ? { ...invitation, forwards } : { ...invitation, forwards, state: 'forwarded', since: at }
}

/** The default period of a reissued invitation that had lapsed. */
const daysOnReissue = 30

/**
 * Makes the next link, which waits to be handed out, and keeps a running period. A returned invitation is the maker's own from now on
 * (BR-25).
 */
export function reissueInvitation(invitation: InvitationRecord, expiresInDays: number | undefined, now: Date): InvitationRecord {
  const stillRuns = Date.parse(invitation.expiresAt) > now.getTime()
  const keeps = expiresInDays === undefined && stillRuns
  const isBack = invitation.state === 'returned'
  return {
    ...invitation,
    ...(isBack && { delivery: 'direct', reseller: null }),
    state: invitation.delivery === 'via_reseller' && !isBack ? 'sent' : 'created',
    since: now.toISOString(),
    tracking: { ...invitation.tracking, failure: null },
    expiresAt: keeps ? invitation.expiresAt : inDays(now, expiresInDays ?? daysOnReissue),
    linkNumber: invitation.linkNumber + 1,
    reminders: { ...invitation.reminders, sent: [] },
  }
}

export const withdrawInvitation = (invitation: InvitationRecord, now: Date): InvitationRecord => ({
  ...invitation,
  state: 'withdrawn',
  since: now.toISOString(),
})
