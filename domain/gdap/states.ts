/** Graph's `status` of a delegated admin relationship, all eleven of them (section 5.3). The last one is what a newer Graph may add. */
export const gdapStatuses = [
  'created', 'approvalPending', 'approved', 'activating', 'active', 'expiring', 'expired', 'terminationRequested', 'terminating',
  'terminated', 'unknownFutureValue',
] as const
export type GdapStatus = (typeof gdapStatuses)[number]

/** It is over, or on its way there. */
export const endedStatuses: readonly GdapStatus[] = ['expired', 'terminationRequested', 'terminating', 'terminated']

/** The customer has said yes and the rights stand. */
export const standingStatuses: readonly GdapStatus[] = ['active', 'expiring']
