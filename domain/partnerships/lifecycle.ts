import type { Organization } from '../organizations/schemas.ts'
import { hasAnyRole } from '../session/actor.ts'
import type { Actor } from '../session/actor.ts'
import { allowed, firstRefusal, refused } from '../verdict.ts'
import type { Verdict } from '../verdict.ts'
import type { PartnershipFacts } from './rules.ts'

/** The reseller by the PartnerID of its location account or, with a warning, of its global account. */
export type ResellerFacts = Pick<Organization, 'kind' | 'cloud' | 'country'> & {
  agreementSigned: boolean
  partnerId?: string | undefined
  globalAccountId?: string | undefined
}

/** Shown before the authorization's box can be ticked (BR-53); the reseller gets none of the provider's customers (BR-32). */
export const authorizationEffects = ['provider_orders_for_customers', 'provider_admin_access_to_own_account', 'customers_stay'] as const

/** What the removal of a partnership keeps, and the duty that remains (BR-54). */
export const removalLeaves = ['customers', 'admin_rights', 'requests_of_reseller', 'no_notice_sent', 'legal_notice_is_yours'] as const

const isPartnerAdmin = (actor: Actor): Verdict =>
  hasAnyRole(actor, ['global_admin', 'admin_agent']) ? allowed : refused('role', 'partnership.needs_admin_agent', 'BR-49')

/** BR-49: only an indirect provider requests a partnership. */
export const canRequestPartnership = (actor: Actor): Verdict =>
  firstRefusal(
    () =>
      actor.organization.kind === 'indirect_provider'
        ? allowed
        : refused('role', 'partnership.only_provider_requests', 'BR-49', { whoMay: ['indirect_provider'] }),
    () => isPartnerAdmin(actor),
  )

/** One refusal for a PartnerID that is unknown, no indirect reseller's or of another region, since the provider must not learn which. */
const nobodyToPartnerWith = refused('state', 'partnership.partner_id_unknown', 'BR-54a')

/** BR-52. */
const isSameRegion = (one: Pick<Organization, 'cloud' | 'country'>, other: Pick<Organization, 'cloud' | 'country'>): boolean =>
  one.cloud === other.cloud && one.country === other.country

/** Tells whether the refusal of a PartnerID rests on facts that are hidden from the provider. */
export const tellsOfPartnerId = (code: string): boolean => code === nobodyToPartnerWith.code

/** BR-51, BR-52, BR-54a: decides whether this reseller can be a partner. */
export const canPartnerWith = (actor: Actor, reseller: ResellerFacts | undefined, existing: PartnershipFacts | undefined): Verdict => {
  if (reseller?.partnerId !== undefined && reseller.partnerId === actor.organization.partnerId)
    return refused('state', 'partnership.not_indirect_reseller', 'BR-54a')
  if (!reseller || reseller.kind !== 'indirect_reseller' || !isSameRegion(actor.organization, reseller)) return nobodyToPartnerWith
  if (existing?.state === 'active') return refused('state', 'partnership.already_active', 'BR-49')
  if (existing?.state === 'requested') return refused('state', 'partnership.already_requested', 'BR-49')
  return allowed
}

/** BR-54a: the request works, but incentives and agreement checks use the location account. */
export const usesGlobalAccount = (reseller: ResellerFacts, givenPartnerId: string): boolean =>
  reseller.globalAccountId === givenPartnerId && reseller.partnerId !== givenPartnerId

/** BR-50, BR-51: a Global admin of the reseller authorizes, once its agreement with Microsoft is signed. */
export const canAuthorizePartnership = (actor: Actor, partnership: PartnershipFacts, agreementSigned: boolean): Verdict =>
  firstRefusal(
    () =>
      partnership.reseller.id === actor.organization.id
        ? allowed
        : refused('role', 'partnership.only_reseller_authorizes', 'BR-50', { whoMay: ['indirect_reseller'] }),
    () => (hasAnyRole(actor, ['global_admin']) ? allowed : refused('role', 'partnership.needs_global_admin', 'BR-50')),
    () => (partnership.state === 'requested' ? allowed : refused('state', 'partnership.not_requested', 'BR-50')),
    () => (agreementSigned ? allowed : refused('state', 'partnership.agreement_unsigned', 'BR-51')),
  )

/** BR-50: an authorization needs the ticked box. */
export const checkConsent = (consent: boolean): Verdict => (consent ? allowed : refused('state', 'partnership.consent_required', 'BR-50'))

/** BR-54: the provider removes it. */
export const canRemovePartnership = (actor: Actor, partnership: PartnershipFacts): Verdict =>
  firstRefusal(
    () =>
      partnership.provider.id === actor.organization.id
        ? allowed
        : refused('role', 'partnership.only_provider_removes', 'BR-54', { whoMay: ['indirect_provider', 'direct_partner'] }),
    () => isPartnerAdmin(actor),
    () => (partnership.state === 'removed' ? refused('state', 'partnership.removed', 'BR-54') : allowed),
  )
