import { describe, expect, it } from 'vitest'
import { identityIn, rolesIn, tenantIn } from './identity.ts'
import { IdentityClaims } from './schemas.ts'

const tenant = '11111111-2222-4333-8444-555555555555'
const globalAdmin = '62e90394-69f5-4237-9190-012177145e10'
const relationshipAdmin = 'fc8ad4e2-40e4-4724-8317-bcda7503ecbf'
const claims = (given: object = {}) => IdentityClaims.parse({ sub: 'sub', ...given })
const person = (given: object = {}) => identityIn(claims(given), tenant)

describe('the roles that claims give', () => {
  it.each([
    ['BR-33 a customer’s Global admin', 'customer', [globalAdmin], [], ['global_admin']],
    ['a customer’s admin of granular rights', 'customer', [relationshipAdmin], [], ['gdap_admin']],
    ['both at a customer', 'customer', [relationshipAdmin, globalAdmin], [], ['global_admin']],
    ['another directory role at a customer', 'customer', ['88d8e3e3-8f55-4a1e-953a-9b9898b8876b'], [], ['user']],
    ['a partner’s role at a customer', 'customer', [], ['AdminAgent'], ['user']],
    ['nothing at a customer', 'customer', [], [], ['user']],
    ['nothing at a partner', 'indirect_provider', [], [], []],
    ['a role that is none here', 'indirect_provider', [], ['Reader'], []],
    ['a customer’s role at a partner', 'direct_partner', [relationshipAdmin], [], []],
    ['a partner’s Global admin', 'direct_partner', [globalAdmin], [], ['global_admin']],
    ['app roles, as they are written', 'indirect_reseller', [], ['AdminAgent', 'sales agent', 'HelpdeskAgents'], [
      'admin_agent', 'sales_agent', 'helpdesk_agent',
    ]],
    ['the same one twice', 'direct_partner', [globalAdmin], ['AdminAgent', 'AdminAgents'], ['global_admin', 'admin_agent']],
  ] as const)('%s', (_what, kind, directoryRoles, appRoles, expected) =>
    expect(rolesIn({ directoryRoles, appRoles }, kind)).toEqual(expected))
})

describe('the person that claims name', () => {
  it.each([
    ['by their object', { oid: 'oid', email: 'a@contoso.example' }, { subject: 'oid', email: 'a@contoso.example' }],
    ['by the subject without one', {}, { subject: 'sub', account: 'sub', displayName: 'sub', email: '' }],
    ['with the account where the name is missing', { preferred_username: 'a@contoso.example' }, { displayName: 'a@contoso.example' }],
    ['with a name in one line', { name: ' Nara\nKim\u202e ' }, { displayName: 'Nara Kim' }],
    ['without an address that is none', { email: 'Nara <nara@contoso.example>' }, { email: '' }],
    ['in the language that the portal has', { xms_pl: 'pt-PT' }, { locale: 'pt-BR' }],
    ['in the standard’s language claim', { locale: 'ko-KR' }, { locale: 'ko' }],
    ['in no language', { xms_pl: 'xx' }, { locale: undefined }],
    ['BR-39 in the directory’s country', { tenant_ctry: 'kr' }, { country: 'KR' }],
    ['in no country', { tenant_ctry: 'Korea' }, { country: undefined }],
    ['with the proven domain', { verified_primary_domain: ['Contoso.example'], email: 'a@b.example' }, { domain: 'contoso.example' }],
    ['with the account’s domain', { preferred_username: 'a@b.example' }, { domain: 'b.example' }],
    ['without claims of another form', { name: 7, wids: 'all', roles: null }, {
      displayName: 'sub', held: { directoryRoles: [], appRoles: [] },
    }],
  ])('%s', (_what, given, expected) => expect(person(given)).toMatchObject(expected))

  it.each([
    [tenant.toUpperCase(), tenant], ['{tenantid}', undefined], ['', undefined], [undefined, undefined], [`${tenant}/x`, undefined],
  ])('the tenant %s is %s', (tid, expected) => expect(tenantIn({ tid })).toBe(expected))
})
