import type { CloudPolicy } from '../../clouds/cloud-policies.ts'
import type { Organization } from '../../organizations/schemas.ts'
import { canTransactWithAdmin } from '../../relationships/admin-rights.ts'
import type { PartnerOfCustomer } from '../../relationships/admin-rights.ts'
import type { Actor } from '../../session/actor.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../../verdict.ts'
import type { InvitedCustomer } from '../schemas.ts'

/** BR-39, BR-54d as far as the maker itself can know: the customer it names is neither its own tenant nor of another country. */
export const canNameCustomer = (actor: Actor, named: Pick<InvitedCustomer, 'tenantId' | 'country'>): Verdict =>
  firstRefusal(
    () =>
      named.tenantId === actor.organization.tenantId
        ? refused('role', 'invitation.own_tenant', 'BR-54d')
        : allowed,
    () =>
      named.country !== undefined && named.country !== actor.organization.country
        ? refused('cloud', 'invitation.region_mismatch', 'BR-39', { params: { country: actor.organization.country } })
        : allowed,
  )

/** What only the server knows of the tenant that is invited. */
export type InviteeFacts = {
  organization: Pick<Organization, 'kind' | 'cloud' | 'country'>
  /** Whether it is a reseller with an active partnership with the inviting partner. */
  isOwnReseller: boolean
  /** Whether the inviting partner has it among its partnerships, and so knows what it is. */
  isKnownPartner: boolean
}

/** Said in the place of whatever only the server knows of a tenant, so that no answer tells which of it is true. */
const unsuitableTenant = refused('role', 'invitation.tenant_unsuitable', 'BR-21')

/**
 * BR-21, BR-34, BR-39, BR-54c: whether a tenant that is known here may become this partner's customer. What the partner cannot know of it
 * (that it is a partner, its cloud, its country) is refused alike.
 */
export const canInviteTenant = (actor: Actor, { organization, isOwnReseller, isKnownPartner }: InviteeFacts): Verdict =>
  firstRefusal(
    () => (isOwnReseller ? refused('role', 'invitation.own_reseller', 'BR-54c') : allowed),
    () => (isKnownPartner ? refused('role', 'invitation.partner_tenant', 'BR-21') : allowed),
    () =>
      organization.kind === 'customer' &&
      organization.cloud === actor.organization.cloud &&
      organization.country === actor.organization.country
        ? allowed
        : unsuitableTenant,
  )

/** How many such refusals an organisation may be told a day, of tenants and of PartnerIDs together. */
export const hiddenRefusalsADay = 200

/** Whether a refusal of a named tenant, by either of these rules, rests on what the inviting partner cannot know. */
export const tellsHiddenFacts = (code: string): boolean => code !== 'invitation.own_reseller' && code !== 'invitation.partner_tenant'

/** Who else works for the tenant, which only the server knows, and what the inviting partner is to sell and to hold there. */
export type StandingFacts = {
  /** Relationships with other partners that transact. */
  otherPartners: number
  others: readonly PartnerOfCustomer[]
  /** What the partner will sell or sells already; none: admin rights only. */
  services: readonly string[]
  includeDap: boolean
}

/** BR-06, BR-15, BR-23: whether there is room for this partner beside those that the tenant has. */
export const canWorkBesideOthers = (
  { otherPartners, others, services, includeDap }: StandingFacts,
  policy: Pick<CloudPolicy, 'multiPartner' | 'transactingPartnersWithAdminPerService'>,
): Verdict =>
  firstRefusal(
    () => (!policy.multiPartner && otherPartners > 0 ? refused('cloud', 'invitation.single_partner', 'BR-06') : allowed),
    () => (includeDap ? canTransactWithAdmin(services, others, policy) : allowed),
  )
