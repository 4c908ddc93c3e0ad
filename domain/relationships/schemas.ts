import { z } from 'zod'
import { relations } from '../customers/relation.ts'
import { partnerKinds } from '../organizations/kinds.ts'
import { OrganizationRef } from '../organizations/schemas.ts'
import { bases } from './basis.ts'

/** One service of a partner at a customer: whether it sells it, and whether it is a subscription's partner of record. */
const PartnerService = z.object({ service: z.string(), transacts: z.boolean(), partnerOfRecord: z.boolean() })

/** A row of the partners map, and of the customer's *My partners* (BR-48). */
export const PartnerOfTenant = z.object({
  partner: OrganizationRef,
  kind: z.enum([...partnerKinds, 'customer']),
  /** The numeric PartnerID, which subscriptions name as partner of record. */
  partnerId: z.string().nullable(),
  since: z.iso.datetime(),
  /** Whether it owns a reseller relationship and sells itself; false for a reseller that works for an owner. */
  transacts: z.boolean(),
  /** The owner that a reseller works for; null for an owner, and between two other organisations than the reader's. */
  worksFor: OrganizationRef.nullable(),
  relationshipToPartner: z.enum(relations),
  /** The basis of the relation, never the partner's word alone. */
  basis: z.enum(bases),
  allowDelegatedAccess: z.boolean(),
  gdap: z.object({ active: z.boolean(), nextEndDateTime: z.iso.datetime().nullable() }),
  /** The owner's request that the customer give this reseller admin rights (BR-29). */
  dapRequest: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
  services: z.array(PartnerService),
})
export type PartnerOfTenant = z.infer<typeof PartnerOfTenant>

/** A partner's unconfirmed claim that a tenant is its customer, even one with admin rights; `id` is the partner's organisation. */
export const TenantClaim = z.object({
  id: z.uuid(),
  partner: OrganizationRef,
  kind: z.enum([...partnerKinds, 'customer']),
  since: z.iso.datetime(),
  hasAdminRights: z.boolean(),
  disputed: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
  /** When and by whom the last dispute was withdrawn; null during a dispute or without one. */
  withdrawn: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
})
export type TenantClaim = z.infer<typeof TenantClaim>

export const Blocker = z.object({
  code: z.enum(['active_subscription', 'cancellation_window_closed', 'reservation', 'software']),
  subscriptionId: z.uuid(),
  offerName: z.string(),
  date: z.iso.datetime().nullable(),
})
