/** What became of one request of many. */
export const gdapBulkOutcomes = ['would_create', 'created', 'already_created', 'refused'] as const

export const gdapBulkLimits = { items: 500, key: 128 } as const

/** What somebody should know of a request that was made, or may be (BR-99, BR-101). */
export const gdapBulkAdvice = ['no_reseller_relationship', 'dap_still_stands'] as const

/** Whether a relationship that has the name is what the item asks for: made by the same call before. */
export const isSameRequest = (
  existing: { tenantId: string | null; roles: readonly string[]; status: string }, wanted: { tenantId: string; roles: readonly string[] },
): boolean =>
  existing.tenantId === wanted.tenantId &&
  ['created', 'approvalPending'].includes(existing.status) &&
  existing.roles.length === wanted.roles.length &&
  wanted.roles.every((role) => existing.roles.includes(role))
