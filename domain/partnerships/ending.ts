import type { Removal } from './schemas.ts'
import { openStates } from '../invitations/states.ts'

/**
 * What a partnership that ends ends with it; everything else that is under way stays as it is (BR-54, `removalLeaves`).
 * - BR-25, BR-26: an invitation that nobody has answered is not forwarded or accepted through a former reseller: it goes back to its maker.
 * - BR-79: a draft of granular rights that the provider made for its reseller waits for a consent that nobody is to give any more.
 * - BR-29: admin rights are asked of a customer for a reseller of one's own, so every such ask is taken back.
 */
export const endsWithPartnership = {
  invitations: { delivery: 'via_reseller', from: openStates, to: 'returned' },
  drafts: { status: 'created', isPartnerConsentPending: true },
} as const

type RemovalEnd = {
  what: 'unanswered_invitations' | 'waiting_mails' | 'drafts_for_reseller' | 'asks_for_reseller'
  counted: Removal['invitations']
}

/**
 * The same for the person who is about to end it, with counts, in reading order, without zeros. The first item keeps back mails that ask
 * for an answer.
 */
export function removalEnds({ invitations, drafts, asks, keepsMails }: Omit<Removal, 'customers'>): RemovalEnd[] {
  const all: RemovalEnd[] = [
    { what: 'unanswered_invitations', counted: invitations },
    ...(keepsMails ? [{ what: 'waiting_mails' as const, counted: invitations }] : []),
    { what: 'drafts_for_reseller', counted: drafts },
    { what: 'asks_for_reseller', counted: asks },
  ]
  return all.filter(({ counted }) => counted.count > 0)
}
