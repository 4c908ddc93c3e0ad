import { z } from 'zod'
import { Day } from '../calendar/schemas.ts'
import { OrganizationRef } from '../organizations/schemas.ts'

/** GET /api/invitations/funnel: invitations made from the first day to the last, both included, in the zone of `Time-Zone`. */
export const FunnelQuery = z.object({ from: Day, to: Day }).strict()

/**
 * How far invitations got: those sent straight to the customer, or those through one reseller. Counts invitations by the maker's own
 * records; a reissued one counts once.
 */
export const FunnelRow = z.object({
  /** Null: straight to the customer. */
  reseller: OrganizationRef.nullable(),
  made: z.number().int(),
  /** Sent to the customer or handed to the reseller. */
  handedOver: z.number().int(),
  /** Forwarded by the reseller. */
  forwarded: z.number().int(),
  opened: z.number().int(),
  accepted: z.number().int(),
  declined: z.number().int(),
  lapsed: z.number().int(),
  withdrawn: z.number().int(),
  /** Hours from the first sending or forward until the first answer; null while none is answered. */
  medianHours: z.number().nullable(),
})
export type FunnelRow = z.infer<typeof FunnelRow>

export const Funnel = z.object({ rows: z.array(FunnelRow) })
export type Funnel = z.infer<typeof Funnel>
