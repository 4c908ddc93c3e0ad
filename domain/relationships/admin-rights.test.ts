import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../clouds/cloud-policies.ts'
import type { Cloud, PartnerKind } from '../organizations/kinds.ts'
import type { Role } from '../session/roles.ts'
import { codeOf } from '../testing/facts.ts'
import { canAskGrantForReseller, canGrantAdminRights, canRemoveAdminRights, canTransactWithAdmin, isInactive } from './admin-rights.ts'
import type { PartnerOfCustomer } from './admin-rights.ts'
import { customerActor, customerOf, partnerActor } from './testing.ts'

const partner = (change: Partial<PartnerOfCustomer> = {}): PartnerOfCustomer => ({
  partnerId: 'b',
  hasRelationship: true,
  hasDap: false,
  transactsIn: [],
  ...change,
})
const holder = partner({ partnerId: 'a', hasDap: true, transactsIn: ['microsoft365'] })

describe('one transacting partner with admin rights per service', () => {
  it.each<[string, Cloud, string[], PartnerOfCustomer[], string]>([
    ['BR-23 china, the service is taken', 'china', ['microsoft365'], [holder], 'admin_rights.service_has_transacting_partner'],
    ['BR-23 china, another service', 'china', ['dynamics365'], [holder], 'allowed'],
    ['BR-23 china, admin rights only', 'china', [], [holder], 'allowed'],
    [
      'BR-23 china, the other transacts without admin rights',
      'china',
      ['microsoft365'],
      [{ ...holder, hasDap: false }],
      'allowed',
    ],
    [
      'BR-23 china, the other has admin rights and does not transact',
      'china',
      ['microsoft365'],
      [{ ...holder, transactsIn: [] }],
      'allowed',
    ],
    ['BR-15 global, several partners', 'global', ['microsoft365'], [holder], 'allowed'],
    ['BR-15 germany, several partners', 'germany', ['microsoft365'], [holder], 'allowed'],
    ['BR-06 US Government', 'usgov', ['microsoft365'], [holder], 'admin_rights.service_has_transacting_partner'],
  ])('%s', (_name, cloud, services, others, expected) => {
    expect(codeOf(canTransactWithAdmin(services, others, cloudPolicies[cloud]))).toBe(expected)
  })
})

describe('who grants and removes admin rights', () => {
  it.each<[string, Role, Partial<PartnerOfCustomer>, string]>([
    ['BR-28 the customer, as Global admin', 'global_admin', {}, 'allowed'],
    ['BR-33 the customer, as a user', 'user', {}, 'admin_rights.needs_global_admin'],
    ['BR-48 granted already', 'global_admin', { hasDap: true }, 'repeated'],
    ['BR-23 the service is taken', 'global_admin', { transactsIn: ['microsoft365'] }, 'admin_rights.service_has_transacting_partner'],
  ])('grant: %s', (_name, role, facts, expected) => {
    expect(codeOf(canGrantAdminRights(customerActor(role, 'china'), partner(facts), [holder], cloudPolicies.china))).toBe(expected)
  })

  it('BR-28: no partner grants them to itself', () => {
    const verdict = canGrantAdminRights(partnerActor('indirect_provider', 'global_admin'), partner(), [], cloudPolicies.global)
    expect(codeOf(verdict)).toBe('admin_rights.only_customer_decides')
  })

  it.each<[string, Role, boolean, string]>([
    ['BR-47 as Global admin', 'global_admin', true, 'allowed'],
    ['BR-33 as a user', 'user', true, 'admin_rights.needs_global_admin'],
    ['BR-47 nothing to remove', 'global_admin', false, 'admin_rights.none'],
  ])('remove: %s', (_name, role, hasDap, expected) => {
    expect(codeOf(canRemoveAdminRights(customerActor(role, 'global'), { hasDap }))).toBe(expected)
  })
})

describe('who asks for the reseller', () => {
  const reseller = { id: 'r', tenantId: 't', displayName: 'Litware Resell' }
  it.each<[string, Cloud, PartnerKind, Role, boolean, string]>([
    ['BR-29 global, the owner', 'global', 'direct_partner', 'sales_agent', true, 'allowed'],
    ['BR-29 germany, the owner', 'germany', 'direct_partner', 'admin_agent', true, 'allowed'],
    ['BR-28 china: the customer chooses', 'china', 'indirect_provider', 'admin_agent', true, 'admin_rights.customer_chooses'],
    ['BR-40 helpdesk agent', 'global', 'direct_partner', 'helpdesk_agent', true, 'admin_rights.needs_admin_or_sales_agent'],
    ['BR-29 without a reseller', 'global', 'direct_partner', 'admin_agent', false, 'admin_rights.no_reseller'],
  ])('%s', (_name, cloud, kind, role, hasReseller, expected) => {
    const customer = { ...customerOf(), reseller: hasReseller ? reseller : null }
    expect(codeOf(canAskGrantForReseller(partnerActor(kind, role, cloud), customer, true, cloudPolicies[cloud]))).toBe(expected)
  })

  it('BR-29: who does not own the relationship does not ask', () => {
    const customer = { ...customerOf(), owner: reseller, reseller }
    expect(codeOf(canAskGrantForReseller(partnerActor('indirect_reseller', 'admin_agent'), customer, true, cloudPolicies.global))).toBe(
      'admin_rights.owner_asks',
    )
  })

  it('BR-29, BR-54: for a former reseller nobody asks', () => {
    const customer = { ...customerOf(), reseller }
    expect(codeOf(canAskGrantForReseller(partnerActor('direct_partner', 'admin_agent'), customer, false, cloudPolicies.global))).toBe(
      'admin_rights.reseller_not_partnered',
    )
  })
})

it.each([
  ['BR-73: 90 days', '2026-01-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z', false],
  ['BR-73: a moment more', '2026-01-01T00:00:00.000Z', '2026-04-01T00:00:00.001Z', true],
])('%s', (_name, lastUsedAt, now, expected) => {
  expect(isInactive(lastUsedAt, now)).toBe(expected)
})
