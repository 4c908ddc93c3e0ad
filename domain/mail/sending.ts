import type { GdapRelationship } from '../gdap/relationship.ts'
import { isCleanedUp } from '../gdap/transitions.ts'
import type { InvitationRecord } from '../invitations/invitation.ts'
import { isOpen } from '../invitations/turn.ts'
import type { MailKind, MailReason } from './states.ts'

/** A mail that no server has accepted after this many attempts is given up. */
const mostAttempts = 12

const minute = 60_000
const longestPause = 6 * 60 * minute

/** Retries a deferred mail after a minute, then doubles the pause up to six hours, twelve times in all. */
export const nextTry = (attempts: number, now: Date): Date | undefined =>
  attempts >= mostAttempts ? undefined : new Date(now.getTime() + Math.min(minute * 2 ** (attempts - 1), longestPause))

const asksForAnAnswer: readonly MailKind[] = ['invitation', 'forward', 'reminder', 'hand_over']

type Waiting = { kind: MailKind; attempts: number; invitation: { linkNumber: number } | null }
/** What a mail asks to be answered, in its present state; null for none, or one that is gone. */
type Subject = {
  invited: Pick<InvitationRecord, 'state' | 'expiresAt' | 'linkNumber'> | null
  requested: Pick<GdapRelationship, 'status' | 'since'> | null
  /** False when the person of the portal whom it is for may not read it or has turned it off. */
  isWanted?: boolean
}

const isWaiting = (requested: Subject['requested'], now: Date): boolean =>
  requested?.status === 'approvalPending' && !isCleanedUp(requested, now)

/**
 * Says why a due mail is not sent: nobody wants it, its link was replaced, its invitation or request is closed, or every attempt so far
 * crashed the process. `attempts` counts the coming one.
 */
export function reasonToKeep(
  { kind, attempts, invitation }: Waiting, { invited, requested, isWanted }: Subject, now: Date,
): MailReason | undefined {
  if (isWanted === false) return 'not_wanted'
  if (attempts > mostAttempts) return 'gave_up'
  if (kind === 'approval') return isWaiting(requested, now) ? undefined : 'no_longer_open'
  if (!invitation || !invited || !asksForAnAnswer.includes(kind)) return undefined
  if (!isOpen(invited, now)) return 'no_longer_open'
  return invited.linkNumber === invitation.linkNumber ? undefined : 'link_replaced'
}
