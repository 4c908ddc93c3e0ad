import { expect, it } from 'vitest'
import { cloudPolicies } from '../clouds/cloud-policies.ts'
import { clouds, partnerKinds } from './kinds.ts'
import { otherwise, registrationFaults } from './registration.ts'
import { OrganizationDraft } from './schemas.ts'

const draft: OrganizationDraft = {
  kind: 'direct_partner', cloud: 'global', country: 'KR', tenantId: '3f0c3b0e-6f0e-4a60-9d62-0d9d7b6b6f10', displayName: 'Contoso',
}
const told = (changes: Partial<OrganizationDraft>) => {
  const described = { ...draft, ...changes }
  return registrationFaults(described, cloudPolicies[described.cloud]).map(({ field, why }) => `${field} ${why}`)
}

it.each(clouds.flatMap((cloud) => [...partnerKinds, 'customer' as const].map((kind) => [cloud, kind] as const)))(
  'BR-24 %s has a place for %s, but for providers under a government that has none', (cloud, kind) => {
    expect(told({ cloud, kind })).toEqual(cloud === 'usgov' && kind === 'indirect_provider' ? ['kind no_providers_in_cloud'] : [])
  },
)

it.each([
  ['a partner with a PartnerID', { partnerId: '601013' }, []],
  ['a customer with one', { kind: 'customer', partnerId: '601013' }, ['partnerId customers_have_none']],
  ['a country that is none', { country: 'QQ' }, ['country no_country']],
  ['the unknown country', { country: 'ZZ' }, ['country no_country']],
  ['a union of countries', { country: 'EU' }, ['country no_country']],
  ['all at once', { kind: 'indirect_provider', cloud: 'usgov', country: 'XX' }, ['kind no_providers_in_cloud', 'country no_country']],
] as const)('BR-39, BR-54a %s', (_what, changes, expected) => {
  expect(told(changes)).toEqual(expected)
})

it('a tenant is what it was registered as; what it is called may differ', () => {
  const known = { ...draft, id: draft.tenantId, domain: 'contoso.example', partnerId: '1234' }
  expect(otherwise(known, { ...draft, displayName: 'Contoso AG' })).toEqual([])
  expect(otherwise(known, { ...draft, kind: 'customer', cloud: 'china', country: 'CN' })).toEqual(['kind', 'cloud', 'country'])
})

it.each([
  [{ country: 'kr' }], [{ tenantId: 'contoso' }], [{ displayName: '' }], [{ domain: 'no domain' }], [{ partnerId: '12' }],
  [{ kind: 'reseller' }], [{ more: 1 }],
])('takes no %j', (changes) => {
  expect(OrganizationDraft.safeParse({ ...draft, ...changes }).success).toBe(false)
})
