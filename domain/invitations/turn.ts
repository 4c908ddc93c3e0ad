import type { InvitationRecord } from './invitation.ts'
import { openStates, settledStates, waitingStates, type InvitationState, type Turn } from './states.ts'

type Clocked = Pick<InvitationRecord, 'state' | 'expiresAt'>

/** From when it has lapsed, if nothing happens to it before; null for one that waits for nobody. `expiresAt` itself is already too late. */
export const lapsesAt = ({ state, expiresAt }: Clocked): string | null => (waitingStates.includes(state) ? expiresAt : null)

/** The state a person is shown: one that waits past its expiry has lapsed (section 5.1). */
export function shownState(invitation: Clocked, now: Date): InvitationState {
  const at = lapsesAt(invitation)
  return at !== null && Date.parse(at) <= now.getTime() ? 'lapsed' : invitation.state
}

export const isOpen = (invitation: Clocked, now: Date): boolean => openStates.includes(shownState(invitation, now))

/** Tells whether anybody still has to act, if only its maker. */
export const isWaiting = (invitation: Clocked, now: Date): boolean => waitingStates.includes(shownState(invitation, now))

/** Tells whether it is answered or withdrawn; a lapsed or returned one may be reissued. */
export const isSettled = (invitation: Clocked, now: Date): boolean => settledStates.includes(shownState(invitation, now))

/** Tells whether the deadline is ahead, has passed, or no longer matters. */
export const deadlineOf = (invitation: Clocked, now: Date): 'ahead' | 'passed' | 'settled' =>
  isSettled(invitation, now) ? 'settled' : isWaiting(invitation, now) ? 'ahead' : 'passed'

/** Returns who must act next (section 5.1). */
export function turnOf(invitation: Clocked & Pick<InvitationRecord, 'delivery'>, now: Date): Turn {
  switch (shownState(invitation, now)) {
    case 'created':
    case 'returned':
      return 'provider'
    case 'sent':
      return invitation.delivery === 'via_reseller' ? 'reseller' : 'customer'
    case 'forwarded':
    case 'opened':
    case 'failed':
      return 'customer'
    case 'accepted':
    case 'declined':
    case 'withdrawn':
    case 'lapsed':
      return 'done'
  }
}
