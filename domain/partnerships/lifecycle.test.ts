import { describe, expect, it } from 'vitest'
import type { PartnerKind } from '../organizations/kinds.ts'
import { customerOf, partnerActor, partnerOrganizationId } from '../relationships/testing.ts'
import type { Role } from '../session/roles.ts'
import { codeOf } from '../testing/facts.ts'
import { canExtendRelationship } from './extension.ts'
import type { ExtensionFacts } from './extension.ts'
import {
  authorizationEffects,
  canAuthorizePartnership,
  canPartnerWith,
  canRemovePartnership,
  canRequestPartnership,
  checkConsent,
  removalLeaves,
  usesGlobalAccount,
} from './lifecycle.ts'
import type { ResellerFacts } from './lifecycle.ts'

const reseller: ResellerFacts = {
  kind: 'indirect_reseller',
  cloud: 'global',
  country: 'KR',
  agreementSigned: true,
  partnerId: '4801122',
  globalAccountId: '4801100',
}
const other = { id: '01900000-0000-7000-8000-000000000009' }
const me = { id: partnerOrganizationId }

describe('requesting a partnership', () => {
  it.each<[string, PartnerKind, Role, string]>([
    ['BR-49 indirect provider', 'indirect_provider', 'admin_agent', 'allowed'],
    ['BR-49 direct partner', 'direct_partner', 'admin_agent', 'partnership.only_provider_requests'],
    ['BR-49 indirect reseller', 'indirect_reseller', 'admin_agent', 'partnership.only_provider_requests'],
    ['BR-49 helpdesk agent', 'indirect_provider', 'helpdesk_agent', 'partnership.needs_admin_agent'],
  ])('%s', (_name, kind, role, expected) => {
    expect(codeOf(canRequestPartnership(partnerActor(kind, role)))).toBe(expected)
  })

  it.each<[string, Partial<ResellerFacts> | undefined, 'active' | 'requested' | 'removed' | undefined, string]>([
    ['a reseller of the same region', {}, undefined, 'allowed'],
    ['BR-54a unknown PartnerID', undefined, undefined, 'partnership.partner_id_unknown'],
    ['BR-54a not an indirect reseller', { kind: 'direct_partner' }, undefined, 'partnership.partner_id_unknown'],
    ['BR-52 another country', { country: 'BR' }, undefined, 'partnership.partner_id_unknown'],
    ['BR-52 another cloud', { cloud: 'china' }, undefined, 'partnership.partner_id_unknown'],
    ['already active', {}, 'active', 'partnership.already_active'],
    ['BR-49 asked already', {}, 'requested', 'partnership.already_requested'],
    ['again after a removal', {}, 'removed', 'allowed'],
  ])('%s', (_name, facts, state, expected) => {
    const existing = state && { state, provider: me, reseller: other }
    expect(codeOf(canPartnerWith(partnerActor('indirect_provider', 'admin_agent'), facts && { ...reseller, ...facts }, existing))).toBe(
      expected,
    )
  })

  it.each([
    ['BR-54a the location account', '4801122', false],
    ['BR-54a the global account', '4801100', true],
  ])('%s', (_name, partnerId, expected) => {
    expect(usesGlobalAccount(reseller, partnerId)).toBe(expected)
  })
})

describe('authorizing and removing', () => {
  const mine = { state: 'requested', provider: other, reseller: me } as const
  it.each<[string, Role, Partial<Parameters<typeof canAuthorizePartnership>[1]>, boolean, string]>([
    ['BR-50 Global admin of the reseller', 'global_admin', {}, true, 'allowed'],
    ['BR-50 admin agent', 'admin_agent', {}, true, 'partnership.needs_global_admin'],
    ['BR-50 not the reseller', 'global_admin', { reseller: other }, true, 'partnership.only_reseller_authorizes'],
    ['BR-50 authorized already', 'global_admin', { state: 'active' }, true, 'partnership.not_requested'],
    ['BR-51 agreement unsigned', 'global_admin', {}, false, 'partnership.agreement_unsigned'],
  ])('%s', (_name, role, change, signed, expected) => {
    expect(codeOf(canAuthorizePartnership(partnerActor('indirect_reseller', role), { ...mine, ...change }, signed))).toBe(expected)
  })

  it('BR-53, BR-32: before the box is ticked it is told what authorizing gives, and that customers stay where they are', () => {
    expect(authorizationEffects).toEqual(['provider_orders_for_customers', 'provider_admin_access_to_own_account', 'customers_stay'])
  })

  it('BR-54: removing leaves customers and admin rights, tells nobody, and the legal notice is the provider’s', () => {
    expect(removalLeaves).toEqual(['customers', 'admin_rights', 'requests_of_reseller', 'no_notice_sent', 'legal_notice_is_yours'])
  })

  it('BR-50: without the tick nothing is authorized', () => {
    expect(codeOf(checkConsent(false))).toBe('partnership.consent_required')
    expect(checkConsent(true).allowed).toBe(true)
  })

  it.each<[string, PartnerKind, Role, 'active' | 'removed', { id: string }, string]>([
    ['BR-54 the provider', 'indirect_provider', 'admin_agent', 'active', me, 'allowed'],
    ['BR-54 the reseller', 'indirect_reseller', 'admin_agent', 'active', other, 'partnership.only_provider_removes'],
    ['BR-54 a sales agent', 'indirect_provider', 'sales_agent', 'active', me, 'partnership.needs_admin_agent'],
    ['BR-54 removed already', 'indirect_provider', 'admin_agent', 'removed', me, 'partnership.removed'],
  ])('%s', (_name, kind, role, state, provider, expected) => {
    expect(codeOf(canRemovePartnership(partnerActor(kind, role), { state, provider, reseller: other }))).toBe(expected)
  })
})

describe('extending a relationship to a provider', () => {
  const facts: ExtensionFacts = {
    actor: partnerActor('direct_partner', 'admin_agent'),
    isTransitioning: true,
    customer: customerOf(),
    hasActivePartnership: true,
    isExtended: false,
    customerConsents: true,
  }
  it.each<[string, Partial<ExtensionFacts>, string]>([
    ['BR-54e everything holds', {}, 'allowed'],
    ['BR-54e not transitioning', { isTransitioning: false }, 'extension.only_transitioning_partner'],
    ['BR-54e sales agent', { actor: partnerActor('direct_partner', 'sales_agent') }, 'extension.needs_admin_agent'],
    ['BR-54e another owner', { customer: { ...customerOf(), owner: null } }, 'extension.not_your_direct_customer'],
    ['BR-36 only said', { customer: { ...customerOf(), basis: 'said_by_partner' } }, 'customer.not_confirmed'],
    ['BR-36 only granted', { customer: { ...customerOf(), basis: 'granted' } }, 'customer.relation_not_confirmed'],
    ['BR-54e no partnership', { hasActivePartnership: false }, 'extension.no_partnership'],
    ['BR-54e extended already', { isExtended: true }, 'extension.already_extended'],
    ['BR-54e no consent', { customerConsents: false }, 'extension.needs_customer_consent'],
  ])('%s', (_name, change, expected) => {
    expect(codeOf(canExtendRelationship({ ...facts, ...change }))).toBe(expected)
  })
})
