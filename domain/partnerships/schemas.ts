import { z } from 'zod'
import { OrganizationRef } from '../organizations/schemas.ts'
import { Line } from '../words-of-others/schemas.ts'
import { partnerIdForm } from './partner-id.ts'

const partnershipStates = ['requested', 'active', 'removed'] as const

/** A partnership of an indirect provider and an indirect reseller, section 5.5; also of a direct partner and one (BR-27). */
export const Partnership = z.object({
  id: z.uuid(),
  provider: OrganizationRef,
  reseller: OrganizationRef,
  /** Another name of the reseller in customer lists; only in lists. */
  resellerDomain: z.string().optional(),
  resellerPartnerId: z.string().optional(),
  state: z.enum(partnershipStates),
  /** Whether the reseller has signed the Microsoft Partner Agreement, without which it cannot authorize (BR-51). */
  agreementSigned: z.boolean(),
  /** Whether that is the reseller's own word, or what the portal has from Microsoft. */
  agreementBasis: z.enum(['said_by_partner', 'confirmed']).optional(),
  createdAt: z.iso.datetime(),
  /** When it ended and who ended it; absent while active, and where unknown. */
  ended: z.object({ at: z.iso.datetime(), by: z.string() }).optional(),
  etag: z.string(),
})
export type Partnership = z.infer<typeof Partnership>

const Counted = z.object({ count: z.number().int(), capped: z.boolean() })

/**
 * GET …/removal: counts of what the end touches (BR-54), and the reseller's customers, which stay. `keepsMails`: this host keeps back mails
 * of these invitations.
 */
export const Removal = z.object({ invitations: Counted, drafts: Counted, asks: Counted, customers: Counted, keepsMails: z.boolean() })
export type Removal = z.infer<typeof Removal>

/** POST /api/partnerships: the reseller by the PartnerID of its location account (BR-54a). */
export const PartnershipDraft = z.object({ partnerId: Line(100).regex(partnerIdForm) }).strict()
export type PartnershipDraft = z.infer<typeof PartnershipDraft>

/** The response to a request; the warning: the PartnerID was the global account's (BR-54a). */
export const RequestedPartnership = Partnership.extend({ warning: z.enum(['global_account']).nullable() })
export type RequestedPartnership = z.infer<typeof RequestedPartnership>

/** POST …/authorize: the ticked box (BR-50). */
export const AuthorizeRequest = z.object({ consent: z.boolean() }).strict()
