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
type Invited = Pick<InvitationRecord, 'state' | 'expiresAt' | 'linkNumber'>

/**
 * Why a mail is not sent although it is due: its link was replaced, its invitation can no longer be answered, or every attempt so far took
 * the process down with it. `attempts` counts the one that is about to be made.
 */
export function reasonToKeep({ kind, attempts, invitation }: Waiting, invited: Invited | null, now: Date): MailReason | undefined {
  if (attempts > mostAttempts) return 'gave_up'
  if (!invitation || !invited || !asksForAnAnswer.includes(kind)) return undefined
  if (!isOpen(invited, now)) return 'no_longer_open'
  return invited.linkNumber === invitation.linkNumber ? undefined : 'link_replaced'
}
