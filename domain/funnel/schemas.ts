import { z } from 'zod'
import { Day } from '../calendar/schemas.ts'
import { OrganizationRef } from '../organizations/schemas.ts'

/** GET /api/invitations/funnel: invitations made from the first day to the last, both included, by the calendar of `Time-Zone`. */
export const FunnelQuery = z.object({ from: Day, to: Day }).strict()

/**
 * How far the invitations of one way got: straight to the customer, or through one reseller. Every number counts invitations of which
 * the maker's own records say so; one that was reissued counts once.
 */
export const FunnelLine = z.object({
  /** Null: straight to the customer. */
  reseller: OrganizationRef.nullable(),
  made: z.number().int(),
  /** Sent to the customer, or handed to the reseller. */
  handedOver: z.number().int(),
  /** Forwarded by the reseller; none of those sent straight. */
  forwarded: z.number().int(),
  opened: z.number().int(),
  accepted: z.number().int(),
  declined: z.number().int(),
  /** Expired without an answer. */
  lapsed: z.number().int(),
  withdrawn: z.number().int(),
  /** From the first sending or forward to the customer until its first answer; null while there is no answer. */
  medianHours: z.number().nullable(),
})
export type FunnelLine = z.infer<typeof FunnelLine>

export const Funnel = z.object({ lines: z.array(FunnelLine) })
export type Funnel = z.infer<typeof Funnel>
