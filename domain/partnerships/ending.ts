import type { Removal } from './schemas.ts'
import { openStates } from '../invitations/states.ts'

/**
 * What ends with a partnership; everything else continues (BR-54, `removalLeaves`).
 * - BR-25, BR-26: an unanswered invitation cannot go through a former reseller and returns to its maker.
 * - BR-79: a provider's draft for its reseller waits for a consent that can no longer come.
 * - BR-29: requests for the reseller's admin rights are withdrawn, since only an own reseller may have them.
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
