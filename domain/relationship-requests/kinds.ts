/** BR-46: what a request is for: a new relationship, or delegated admin anew from a customer that is in the list already. */
export const requestKinds = ['new', 'restore'] as const
export type RequestKind = (typeof requestKinds)[number]
