/**
 * What becomes of one item of a bulk call; `already_invited` is of a customer that has an open invitation, or a row above, and does not say
 * that it means that; `mismatch` is a key that made another invitation before.
 */
export const bulkOutcomes = ['would_create', 'created', 'already_created', 'already_invited', 'refused', 'mismatch'] as const
export type BulkResult = (typeof bulkOutcomes)[number]

/** Why the customer of an item seems to be invited already; made on purpose, an item keeps them. */
export const bulkWarnings = ['repeated_in_list', 'open_invitation'] as const
export type BulkWarning = (typeof bulkWarnings)[number]

export const bulkLimits = { items: 500, key: 128 } as const
