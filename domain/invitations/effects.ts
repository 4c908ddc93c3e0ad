import type { Invitation } from './schemas.ts'
import { openStates } from './states.ts'

type Facts = Pick<Invitation, 'state' | 'reseller' | 'acceptedCount' | 'microsoftLink'>

/** Of one that has expired or is back with its maker, the link is dead already. */
const hasLivingLink = ({ state }: Pick<Facts, 'state'>): boolean => openStates.includes(state)

/** The one whom sending it mails; undefined where no mail leaves or nobody's address is known. */
export const mailedBySending = ({ customer }: Pick<Invitation, 'customer'>, sendsMail: boolean): string | undefined =>
  sendsMail ? customer?.email : undefined

type ReissueChange = 'dies' | 'shown' | 'reseller' | 'reseller_lapsed' | 'returned'

/**
 * What a new link does, in the order in which it is read. A reseller that carries it has it at once (BR-25); of a lapsed one it is not
 * known here whether the partnership still stands.
 */
export function reissueChanges(invitation: Facts): ReissueChange[] {
  const { state, reseller } = invitation
  const old: ReissueChange[] = hasLivingLink(invitation) ? ['dies'] : []
  if (!reseller) return [...old, 'shown']
  if (state === 'returned') return [...old, 'shown', 'returned']
  return [...old, state === 'lapsed' ? 'reseller_lapsed' : 'reseller']
}

type WithdrawalKept = 'relationships' | 'microsoft_link' | 'history'

/** What withdrawing them does to their links and what it leaves, of one or of many; `links` is how many are living. */
export function withdrawalEffects(invitations: readonly Facts[]): { links: number; keeps: WithdrawalKept[] } {
  const some = (holds: (invitation: Facts) => boolean, kept: WithdrawalKept): WithdrawalKept[] => (invitations.some(holds) ? [kept] : [])
  return {
    links: invitations.filter(hasLivingLink).length,
    keeps: [
      ...some(({ acceptedCount }) => acceptedCount > 0, 'relationships'),
      ...some(({ microsoftLink }) => microsoftLink !== null, 'microsoft_link'),
      'history',
    ],
  }
}
