import type { Organization } from '../organizations/schemas.ts'
import type { Actor } from '../session/actor.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../verdict.ts'
import type { InvitedCustomer } from './schemas.ts'

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
}

/** BR-21, BR-34, BR-39, BR-54c: whether a tenant that is known here may become this partner's customer. */
export const canInviteTenant = (actor: Actor, { organization, isOwnReseller }: InviteeFacts): Verdict =>
  firstRefusal(
    () => (isOwnReseller ? refused('role', 'invitation.own_reseller', 'BR-54c') : allowed),
    () => (organization.kind === 'customer' ? allowed : refused('role', 'invitation.partner_tenant', 'BR-21')),
    () => (organization.cloud === actor.organization.cloud ? allowed : refused('cloud', 'invitation.other_cloud', 'BR-34')),
    () =>
      organization.country === actor.organization.country
        ? allowed
        : refused('cloud', 'invitation.region_mismatch', 'BR-39', { params: { country: actor.organization.country } }),
  )
