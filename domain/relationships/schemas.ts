import { z } from 'zod'
import { relations } from '../customers/relation.ts'
import { partnerKinds } from '../organizations/kinds.ts'
import { OrganizationRef } from '../organizations/schemas.ts'
import { bases } from './basis.ts'

/** One service of a partner at a customer: whether it sells it there, and whether it is the partner of record of a subscription. */
const PartnerService = z.object({ service: z.string(), transacts: z.boolean(), partnerOfRecord: z.boolean() })

/** A row of the partners map, and of the customer's *My partners* (BR-48). */
export const PartnerOfTenant = z.object({
  partner: OrganizationRef,
  kind: z.enum([...partnerKinds, 'customer']),
  /** The numeric PartnerID, by which a subscription names its partner of record. */
  partnerId: z.string().nullable(),
  since: z.iso.datetime(),
  /** Whether it owns a reseller relationship and sells itself; a reseller that works for an owner does not. */
  transacts: z.boolean(),
  /** Through whom such a reseller works; null for an owner, and where it is between two others than the one who reads. */
  worksFor: OrganizationRef.nullable(),
  relationshipToPartner: z.enum(relations),
  /** What the relation rests on; who is only said to be a partner is none. */
  basis: z.enum(bases),
  allowDelegatedAccess: z.boolean(),
  gdap: z.object({ active: z.boolean(), nextEndDateTime: z.iso.datetime().nullable() }),
  /** That the owner asks the customer to give this reseller admin rights (BR-29). */
  asked: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
  services: z.array(PartnerService),
})
export type PartnerOfTenant = z.infer<typeof PartnerOfTenant>

/**
 * A partner's word that a tenant is its customer, which the tenant has not confirmed, though it may have given it admin rights; `id` is the
 * partner's organisation.
 */
export const TenantClaim = z.object({
  id: z.uuid(),
  partner: OrganizationRef,
  kind: z.enum([...partnerKinds, 'customer']),
  since: z.iso.datetime(),
  hasAdminRights: z.boolean(),
  disputed: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
  /** When and by whom the last dispute was withdrawn; null while the tenant disputes it, or never did. */
  withdrawn: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
})
export type TenantClaim = z.infer<typeof TenantClaim>

/** What keeps a relationship from being removed (BR-61, BR-63). */
export const Blocker = z.object({
  code: z.enum(['active_subscription', 'cancellation_window_closed', 'reservation', 'software']),
  subscriptionId: z.uuid(),
  offerName: z.string(),
  date: z.iso.datetime().nullable(),
})
