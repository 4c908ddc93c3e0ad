import type { PartnerOfTenant } from './schemas.ts'

/** One partner of a tenant at rest, without what it sells there. */
export type PartnerRow = Omit<PartnerOfTenant, 'services'>
