import type { Invitation } from './schemas.ts'
import { openStates } from './states.ts'

type Facts = Pick<Invitation, 'state' | 'reseller' | 'acceptedCount' | 'microsoftLink'>

/** The link of an expired or returned invitation is dead already. */
const hasLivingLink = ({ state }: Pick<Facts, 'state'>): boolean => openStates.includes(state)

/** Returns the addressee of a sending; undefined where no mail is sent or no address is known. */
export const mailedBySending = ({ customer }: Pick<Invitation, 'customer'>, sendsMail: boolean): string | undefined =>
  sendsMail ? customer?.email : undefined

type ReissueChange = 'dies' | 'shown' | 'reseller' | 'reseller_lapsed' | 'returned'

/**
 * Lists what a new link does, in reading order. A reseller that carries it has it at once (BR-25); whether a lapsed one's partnership is
 * active is not known here.
 */
export function reissueChanges(invitation: Facts): ReissueChange[] {
  const { state, reseller } = invitation
  const old: ReissueChange[] = hasLivingLink(invitation) ? ['dies'] : []
  if (!reseller) return [...old, 'shown']
  if (state === 'returned') return [...old, 'shown', 'returned']
  return [...old, state === 'lapsed' ? 'reseller_lapsed' : 'reseller']
}

type WithdrawalKept = 'relationships' | 'microsoft_link' | 'history'

/** Lists what withdrawing one or many does to their links; `links` counts the living ones. */
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
