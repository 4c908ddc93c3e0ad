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

/** Whether a customer may still answer through the invitation's link. */
export const isOpen = (invitation: Clocked, now: Date): boolean => openStates.includes(shownState(invitation, now))

/** Whether anybody still has to act, be it its maker alone. */
export const isWaiting = (invitation: Clocked, now: Date): boolean => waitingStates.includes(shownState(invitation, now))

/** Whether it is answered or withdrawn, for good; one that lapsed or came back may be reissued. */
export const isSettled = (invitation: Clocked, now: Date): boolean => settledStates.includes(shownState(invitation, now))

/** How the end of the time for an answer is told: it is to come, has passed without one, or decides nothing any more. */
export const deadlineOf = (invitation: Clocked, now: Date): 'ahead' | 'passed' | 'settled' =>
  isSettled(invitation, now) ? 'settled' : isWaiting(invitation, now) ? 'ahead' : 'passed'

/** Who has to act next (section 5.1). Nobody, once it is answered, withdrawn or lapsed. */
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
