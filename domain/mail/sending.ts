import type { GdapRelationship } from '../gdap/relationship.ts'
import { isCleanedUp } from '../gdap/transitions.ts'
import type { InvitationRecord } from '../invitations/invitation.ts'
import { isOpen } from '../invitations/turn.ts'
import type { MailKind, MailReason } from './states.ts'

/** A mail that no server has taken after so many attempts is given up. */
const mostAttempts = 12

const minute = 60_000
const longestPause = 6 * 60 * minute

/** When a mail that was put off is tried again: after a minute, then twice as long each time, up to six hours, twelve times in all. */
export const nextTry = (attempts: number, now: Date): Date | undefined =>
  attempts >= mostAttempts ? undefined : new Date(now.getTime() + Math.min(minute * 2 ** (attempts - 1), longestPause))

const asksForAnAnswer: readonly MailKind[] = ['invitation', 'forward', 'reminder', 'hand_over']

type Waiting = { kind: MailKind; attempts: number; invitation: { linkNumber: number } | null }
/** What a mail asks an answer to, as it is now; null when it is about none, or when that is gone. */
type Asked = {
  invited: Pick<InvitationRecord, 'state' | 'expiresAt' | 'linkNumber'> | null
  requested: Pick<GdapRelationship, 'status' | 'since'> | null
}

const isWaiting = (requested: Asked['requested'], now: Date): boolean =>
  requested?.status === 'approvalPending' && !isCleanedUp(requested, now)

/**
 * Why a mail is not sent although it is due: its link was replaced, its invitation or request can no longer be answered, or every attempt
 * so far took the process down with it. `attempts` counts the one that is about to be made.
 */
export function reasonToKeep({ kind, attempts, invitation }: Waiting, { invited, requested }: Asked, now: Date): MailReason | undefined {
  if (attempts > mostAttempts) return 'gave_up'
  if (kind === 'approval') return isWaiting(requested, now) ? undefined : 'no_longer_open'
  if (!invitation || !invited || !asksForAnAnswer.includes(kind)) return undefined
  if (!isOpen(invited, now)) return 'no_longer_open'
  return invited.linkNumber === invitation.linkNumber ? undefined : 'link_replaced'
}
