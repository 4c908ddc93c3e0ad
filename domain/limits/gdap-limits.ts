import type { Limit } from './limit.ts'

/** The limit of GDAP requests from one partner to one tenant in a day. */
export const gdapRequestsADay = 30

/** The limit of a GDAP request, which reaches a tenant from a partner that it does not know. */
export const limitOfGdapRequests = (partnerId: string, tenantId: string): Limit => ({
  owner: partnerId, what: `gdap/to/${tenantId}`, most: gdapRequestsADay, code: 'gdap.too_many_to_tenant',
})
