import { describe, expect, it } from 'vitest'
import { identityIn, tenantIn } from './identity.ts'
import { IdentityClaims } from './schemas.ts'

const tenant = '11111111-2222-4333-8444-555555555555'
const claims = (given: object = {}) => IdentityClaims.parse({ sub: 'sub', ...given })
const person = (given: object = {}) => identityIn(claims(given), tenant)

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
    ['with app roles and groups', { roles: ['AdminAgent'], groups: [tenant, 'Admin.Agent'] }, {
      held: { directoryRoles: [], claims: ['AdminAgent', tenant] },
    }],
    ['with every group', { _claim_names: { wids: 'src1' } }, { lacksGroups: false }],
    ['without the groups that were too many', { _claim_names: { groups: 'src1' } }, { lacksGroups: true }],
    ['without claims of another form', { name: 7, wids: 'all', roles: null }, {
      displayName: 'sub', held: { directoryRoles: [], claims: [] },
    }],
  ])('%s', (_what, given, expected) => expect(person(given)).toMatchObject(expected))

  it.each([
    [tenant.toUpperCase(), tenant], ['{tenantid}', undefined], ['', undefined], [undefined, undefined], [`${tenant}/x`, undefined],
  ])('the tenant %s is %s', (tid, expected) => expect(tenantIn({ tid })).toBe(expected))
})
