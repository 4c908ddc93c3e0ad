import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../../clouds/cloud-policies.ts'
import type { Cloud } from '../../organizations/kinds.ts'
import { canInviteThrough, isOwnReseller } from '../../partnerships/rules.ts'
import { actor, organization, told } from '../../testing/facts.ts'
import { canInviteTenant, canNameCustomer, canWorkBesideOthers } from './invitee-rules.ts'

const maker = actor('indirect_provider', 'sales_agent', { country: 'BR' })

describe('the customer as it is named', () => {
  it.each([
    ['nothing but a name', {}, 'allowed'],
    ['another tenant', { tenantId: 'tenant of customer' }, 'allowed'],
    ['BR-39 of the same country', { country: 'BR' }, 'allowed'],
    ['BR-39 of another country', { country: 'US' }, 'invitation.region_mismatch BR-39'],
    ['BR-54d the partner itself', { tenantId: 'tenant of indirect_provider' }, 'invitation.own_tenant BR-54d'],
  ])('%s', (_clause, named, expected) => {
    expect(told(canNameCustomer(maker, named))).toBe(expected)
  })
})

const unsuitable = 'invitation.tenant_unsuitable BR-21'

describe('a tenant that is known here', () => {
  it.each([
    ['BR-15 a customer, also one with other partners', organization('customer', { country: 'BR' }), 'unknown', 'allowed'],
    ['BR-21 a CSP partner', organization('direct_partner', { country: 'BR' }), 'unknown', unsuitable],
    ['BR-21 a reseller of somebody else', organization('indirect_reseller', { country: 'BR' }), 'unknown', unsuitable],
    ['BR-21 a reseller of before', organization('indirect_reseller', { country: 'BR' }), 'known', 'invitation.partner_tenant BR-21'],
    [
      'BR-34 a customer in another cloud',
      organization('customer', { country: 'BR', cloud: 'china' }),
      'unknown',
      unsuitable,
    ],
    [
      'BR-39 a customer in another country, wherever its address is',
      organization('customer', { country: 'US' }),
      'unknown',
      unsuitable,
    ],
    ['BR-54c the own reseller', organization('indirect_reseller', { country: 'BR' }), 'own', 'invitation.own_reseller BR-54c'],
  ])('%s', (_clause, invited, is, expected) => {
    const facts = { organization: invited, isOwnReseller: is === 'own', isKnownPartner: is !== 'unknown' }
    expect(told(canInviteTenant(maker, facts))).toBe(expected)
  })
})

describe('through a reseller', () => {
  const between = { provider: { id: maker.organization.id }, reseller: { id: 'a reseller' } }
  const notPartnered = 'invitation.reseller_not_partnered BR-25'
  it.each([
    ['BR-25 with an active partnership', { ...between, state: 'active' as const }, 'allowed', true],
    ['BR-25 not while it is only requested', { ...between, state: 'requested' as const }, notPartnered, false],
    ['BR-25 nor when it was removed', { ...between, state: 'removed' as const }, notPartnered, false],
    ['BR-25 nor without one', undefined, notPartnered, false],
    [
      'BR-25 nor as the reseller of the other side',
      { provider: { id: 'another' }, reseller: { id: maker.organization.id }, state: 'active' as const },
      notPartnered,
      false,
    ],
  ])('%s', (_clause, partnership, expected, own) => {
    expect(told(canInviteThrough(maker, partnership))).toBe(expected)
    expect(isOwnReseller(partnership, maker.organization.id)).toBe(own)
  })
})

describe('beside the partners that the customer has', () => {
  const holder = { partnerId: 'another', hasRelationship: true, hasDap: true, transactsIn: ['microsoft365'] }
  const taken = 'admin_rights.service_has_transacting_partner BR-23'
  it.each<[string, Cloud, Partial<Parameters<typeof canWorkBesideOthers>[0]>, string]>([
    ['BR-23 China, the service is taken', 'china', { services: ['microsoft365'] }, taken],
    ['BR-23 China, one of two services is taken', 'china', { services: ['azure', 'microsoft365'] }, taken],
    ['BR-23 China, another service', 'china', { services: ['dynamics365'] }, 'allowed'],
    ['BR-23 China, admin rights only', 'china', { services: [] }, 'allowed'],
    ['BR-23 China, without admin rights', 'china', { services: ['microsoft365'], includeDap: false }, 'allowed'],
    [
      'BR-23 China, the other has no admin rights',
      'china',
      { services: ['microsoft365'], others: [{ ...holder, hasDap: false }] },
      'allowed',
    ],
    ['BR-15 global, the same service', 'global', { services: ['microsoft365'] }, 'allowed'],
    ['BR-15 germany, the same service', 'germany', { services: ['microsoft365'] }, 'allowed'],
    ['BR-06 US Government, another partner', 'usgov', { services: [] }, 'invitation.single_partner BR-06'],
    ['BR-06 US Government, no other that transacts', 'usgov', { otherPartners: 0, others: [] }, 'allowed'],
  ])('%s', (_clause, cloud, change, expected) => {
    expect(
      told(canWorkBesideOthers({ otherPartners: 1, others: [holder], services: [], includeDap: true, ...change }, cloudPolicies[cloud])),
    ).toBe(expected)
  })
})
