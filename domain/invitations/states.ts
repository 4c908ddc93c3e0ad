/** Section 5.1. `lapsed` is never stored: an open invitation past its expiry reads as lapsed. */
export const invitationStates = [
  'created', 'sent', 'forwarded', 'opened', 'returned', 'accepted', 'declined', 'withdrawn', 'lapsed', 'failed',
] as const
export type InvitationState = (typeof invitationStates)[number]

export const openStates: readonly InvitationState[] = ['created', 'sent', 'forwarded', 'opened', 'failed']

/** States in which somebody must act before the expiry. `returned`: the maker has it back, since its reseller is gone. */
export const waitingStates: readonly InvitationState[] = [...openStates, 'returned']

export const settledStates: readonly InvitationState[] = ['accepted', 'declined', 'withdrawn']

export const turns = ['provider', 'reseller', 'customer', 'done'] as const
export type Turn = (typeof turns)[number]

export const deliveries = ['direct', 'via_reseller'] as const
export type Delivery = (typeof deliveries)[number]

/** What acceptance never changes: sources 25–28, rules BR-17 to BR-20, in this order. */
export const unchangedByAcceptance = ['subscriptions', 'ownership', 'terms', 'partner_of_record'] as const
