import type { CloudPolicy } from '../../clouds/cloud-policies.ts'
import type { Organization } from '../../organizations/schemas.ts'
import { canTransactWithAdmin } from '../../relationships/admin-rights.ts'
import type { PartnerOfCustomer } from '../../relationships/admin-rights.ts'
import type { Actor } from '../../session/actor.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../../verdict.ts'
import type { InvitedCustomer } from '../schemas.ts'

/** BR-39, BR-54d: the named customer is neither the maker's own tenant nor of another country, as far as the maker can know. */
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

/** What only the server knows of the invited tenant. */
export type InviteeFacts = {
  organization: Pick<Organization, 'kind' | 'cloud' | 'country'>
  isOwnReseller: boolean
  /** Whether the inviting partner has it among its partnerships, and so knows its kind. */
  isKnownPartner: boolean
}

/** Replaces every refusal for facts that only the server knows, so that no response reveals them. */
const unsuitableTenant = refused('role', 'invitation.tenant_unsuitable', 'BR-21')

/**
 * BR-21, BR-34, BR-39, BR-54c: decides whether a known tenant may become this partner's customer. Facts hidden from the partner (that it is
 * a partner, its cloud, its country) share one refusal.
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

/** An organisation's limit of such refusals in a day, for tenants and PartnerIDs together. */
export const hiddenRefusalsADay = 200

/** Tells whether a refusal rests on facts that are hidden from the inviting partner. */
export const tellsHiddenFacts = (code: string): boolean => code !== 'invitation.own_reseller' && code !== 'invitation.partner_tenant'

/** Who else works for the tenant, and what the inviting partner will sell and hold there. */
export type StandingFacts = {
  otherPartners: number
  others: readonly PartnerOfCustomer[]
  /** What the partner sells or will sell; empty: admin rights only. */
  services: readonly string[]
  includeDap: boolean
}

/** BR-06, BR-15, BR-23: decides whether the tenant has room for this partner beside its others. */
export const canWorkBesideOthers = (
  { otherPartners, others, services, includeDap }: StandingFacts,
  policy: Pick<CloudPolicy, 'multiPartner' | 'transactingPartnersWithAdminPerService'>,
): Verdict =>
  firstRefusal(
    () => (!policy.multiPartner && otherPartners > 0 ? refused('cloud', 'invitation.single_partner', 'BR-06') : allowed),
    () => (includeDap ? canTransactWithAdmin(services, others, policy) : allowed),
  )
