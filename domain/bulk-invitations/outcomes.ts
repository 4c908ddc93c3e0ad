/**
 * Outcomes of one item of a bulk call. `already_invited`: the customer has an open invitation, or a row above, and the item does not set
 * `evenIfOpen`; `mismatch`: the key made another invitation before.
 */
export const bulkOutcomes = ['would_create', 'created', 'already_created', 'already_invited', 'refused', 'mismatch'] as const
export type BulkResult = (typeof bulkOutcomes)[number]

/** Reasons why an item's customer seems invited already; an item made on purpose keeps them. */
export const bulkWarnings = ['repeated_in_list', 'open_invitation'] as const
export type BulkWarning = (typeof bulkWarnings)[number]

export const bulkLimits = { items: 500, key: 128 } as const
