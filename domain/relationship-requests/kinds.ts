/** BR-46: asks for a new relationship, or for DAP again from a customer in the list. */
export const requestKinds = ['new', 'restore'] as const
export type RequestKind = (typeof requestKinds)[number]
