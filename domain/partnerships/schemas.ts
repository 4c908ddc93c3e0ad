import { z } from 'zod'
import { OrganizationRef } from '../organizations/schemas.ts'
import { Line } from '../words-of-others/schemas.ts'
import { partnerIdForm } from './partner-id.ts'

const partnershipStates = ['requested', 'active', 'removed'] as const

/** Indirect provider – indirect reseller, section 5.5; also direct partner – indirect reseller (BR-27). */
export const Partnership = z.object({
  id: z.uuid(),
  provider: OrganizationRef,
  reseller: OrganizationRef,
  /** By what else a list of customers may name the reseller; in lists. */
  resellerDomain: z.string().optional(),
  resellerPartnerId: z.string().optional(),
  state: z.enum(partnershipStates),
  /** Whether the reseller has signed the Microsoft Partner Agreement, without which it authorizes nobody (BR-51). */
  agreementSigned: z.boolean(),
  createdAt: z.iso.datetime(),
  /** When it ended and who of the provider ended it; absent while it has not, and where nobody knows. */
  ended: z.object({ at: z.iso.datetime(), by: z.string() }).optional(),
  etag: z.string(),
})
export type Partnership = z.infer<typeof Partnership>

const Counted = z.object({ count: z.number().int(), capped: z.boolean() })

/**
 * GET …/removal: how many its end touches now (BR-54): what ends with it, and the reseller's customers, which stay. `keepsMails`: whether
 * mails of these invitations are kept back, since this host sends some.
 */
export const Removal = z.object({ invitations: Counted, drafts: Counted, asks: Counted, customers: Counted, keepsMails: z.boolean() })
export type Removal = z.infer<typeof Removal>

/** POST /api/partnerships: the reseller by the PartnerID of its location account (BR-54a). */
export const PartnershipDraft = z.object({ partnerId: Line(100).regex(partnerIdForm) }).strict()
export type PartnershipDraft = z.infer<typeof PartnershipDraft>

/** The answer to a request; the warning says that the PartnerID was the global account's (BR-54a). */
export const RequestedPartnership = Partnership.extend({ warning: z.enum(['global_account']).nullable() })
export type RequestedPartnership = z.infer<typeof RequestedPartnership>

/** POST …/authorize: the tick (BR-50). */
export const AuthorizeRequest = z.object({ consent: z.boolean() }).strict()
