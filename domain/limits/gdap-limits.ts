import type { Limit } from './limit.ts'

/** Requests for granular rights that one partner may put before one tenant in a day. */
export const gdapRequestsADay = 30

/** What a request for granular rights counts as when a tenant is first shown it: its partner is nobody that the tenant knows. */
export const limitOfGdapRequests = (partnerId: string, tenantId: string): Limit => ({
  owner: partnerId, what: `gdap/to/${tenantId}`, most: gdapRequestsADay, code: 'gdap.too_many_to_tenant',
})
