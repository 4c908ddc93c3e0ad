/** What becomes of one item of a bulk call; `mismatch` is a key that made another invitation before. */
export const bulkOutcomes = ['would_create', 'created', 'already_created', 'refused', 'mismatch'] as const
export type BulkResult = (typeof bulkOutcomes)[number]

/** What a person should know before it makes the item, and nothing that forbids it. */
export const bulkWarnings = ['repeated_in_list', 'open_invitation'] as const
export type BulkWarning = (typeof bulkWarnings)[number]

export const bulkLimits = { items: 500, key: 128 } as const
