/** Graph's eleven `status` values of a delegated admin relationship (section 5.3); the last stands for values that Graph may add. */
export const gdapStatuses = [
  'created', 'approvalPending', 'approved', 'activating', 'active', 'expiring', 'expired', 'terminationRequested', 'terminating',
  'terminated', 'unknownFutureValue',
] as const
export type GdapStatus = (typeof gdapStatuses)[number]

export const endedStatuses: readonly GdapStatus[] = ['expired', 'terminationRequested', 'terminating', 'terminated']

export const standingStatuses: readonly GdapStatus[] = ['active', 'expiring']
