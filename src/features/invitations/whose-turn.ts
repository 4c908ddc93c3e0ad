import type { Invitation } from '../../../domain/invitations/schemas.ts'
import { openStates, type Turn } from '../../../domain/invitations/states.ts'
import type { PartnerKind } from '../../../domain/organizations/kinds.ts'
import type { MessageId } from '../../i18n/message-id.ts'

export type Stage = { turn: Turn; position: 'passed' | 'current' | 'ahead' | 'ended' }

/** The stages: provider, reseller if any, customer, done (5.1). */
export function stagesOf({ turn, delivery, state }: Pick<Invitation, 'turn' | 'delivery' | 'state'>): Stage[] {
  const isCarried = delivery === 'via_reseller' && state !== 'returned'
  const way: Turn[] = isCarried ? ['provider', 'reseller', 'customer', 'done'] : ['provider', 'customer', 'done']
  const now = way.indexOf(turn)
  const endedUnanswered = state === 'withdrawn' || state === 'lapsed'
  return way.map((each, index) => ({
    turn: each,
    position: index === now ? 'current' : index > now ? 'ahead' : endedUnanswered && each === 'customer' ? 'ended' : 'passed',
  }))
}

/** A holder's name; a direct partner is no provider. */
export const turnWord = (turn: Turn, viewer: PartnerKind | 'customer'): MessageId =>
  turn === 'provider' && viewer === 'direct_partner' ? 'invitations.turn.partner' : `invitations.turn.${turn}`

type Situation = Pick<Invitation, 'state' | 'turn' | 'reusable' | 'tracking' | 'acceptedCount' | 'declinedCount'> & {
  inviter: { id: string }
  reseller: { id: string } | null
}

/** The sentence beside the strip; `reader` is the reading organization. */
export function situationOf(invitation: Situation, reader: string): MessageId {
  const { state, turn, reusable, tracking, acceptedCount, declinedCount } = invitation
  if (reusable && openStates.includes(state)) {
    if (acceptedCount + declinedCount > 0) return 'invitations.strip.answered'
    if (state === 'opened') return 'invitations.strip.customer.opened.reusable'
    if (turn === 'customer') return 'invitations.strip.customer.reusable'
  }
  switch (state) {
    case 'returned':
      return reader === invitation.inviter.id ? 'invitations.strip.returned.you' : 'invitations.strip.returned'
    case 'accepted':
    case 'declined':
    case 'withdrawn':
      return `invitations.strip.${state}`
    case 'lapsed':
      return reusable ? 'invitations.strip.lapsed.reusable' : 'invitations.strip.lapsed'
    case 'failed':
      return 'invitations.strip.customer.failed'
    case 'opened':
      return tracking.handedToAdminAt ? 'invitations.strip.customer.handed' : 'invitations.strip.customer.opened'
    default:
      if (turn === 'reseller' && reader === invitation.reseller?.id) return 'invitations.strip.reseller.you'
      return turn === 'done' ? 'invitations.strip.nothing_next' : `invitations.strip.${turn}`
  }
}
