import type { PartnerOfTenant } from './schemas.ts'

/** One partner of a tenant at rest; what it sells there is added from the tenant's subscriptions. */
export type PartnerLine = Omit<PartnerOfTenant, 'services'>
