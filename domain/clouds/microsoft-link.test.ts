import { describe, expect, it } from 'vitest'
import type { Cloud } from '../organizations/kinds.ts'
import { clouds } from '../testing/facts.ts'
import { cloudPolicies } from './cloud-policies.ts'
import { granularMicrosoftLink, isAllowedMicrosoftLink, microsoftLink } from './microsoft-link.ts'

const tenant = '6b3e7e06-99a9-482a-ac8b-25332af48553'

describe('BR-37 the Microsoft link', () => {
  it('has the documented shape, byte for byte', () => {
    expect(microsoftLink(cloudPolicies.global, tenant, false)).toBe(
      'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=6b3e7e06-99a9-482a-ac8b-25332af48553' +
        '&msppId=0&DAP=false#/BillingAccounts/partner-invitation',
    )
  })

  it.each([true, false])('says the same again when it is read as an address, with delegated admin %s', (includeDap) => {
    const url = new URL(microsoftLink(cloudPolicies.global, tenant, includeDap) ?? '')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      invType: 'ResellerRelationship', partnerId: tenant, msppId: '0', DAP: String(includeDap),
    })
    expect(url.hash).toBe('#/BillingAccounts/partner-invitation')
    expect(url.pathname).toBe('/Adminportal/Home')
    expect(microsoftLink(cloudPolicies.global, url.searchParams.get('partnerId') ?? '', includeDap)).toBe(url.href)
  })

  it('keeps whatever is put in inside its parameter', () => {
    const url = new URL(microsoftLink(cloudPolicies.global, 'x&DAP=true#/elsewhere', false) ?? '')
    expect(url.searchParams.getAll('DAP')).toEqual(['false'])
    expect(url.searchParams.get('partnerId')).toBe('x&DAP=true#/elsewhere')
    expect(url.hash).toBe('#/BillingAccounts/partner-invitation')
  })

  it.each(['germany', 'china', 'usgov'] as const)('is not guessed where its path is not documented: %s', (cloud) => {
    expect(microsoftLink(cloudPolicies[cloud], tenant, true)).toBeNull()
  })
})

describe('BR-34 which links a cloud allows', () => {
  it.each<[Cloud, string, string[]]>([
    ['global', 'microsoft_365_admin_center', ['admin.microsoft.com']],
    ['germany', 'office_admin_portal', ['portal.office.de']],
    ['china', 'office_365_by_21vianet', ['portal.partner.microsoftonline.cn']],
    ['usgov', 'office_admin_portal', ['portal.office365.us', 'portal.apps.mil']],
  ])('%s: in the %s, its own hosts over https', (cloud, place, hosts) => {
    const every = clouds.flatMap((each) => cloudPolicies[each].linkHosts)
    expect(cloudPolicies[cloud].acceptancePlace).toBe(place)
    expect(every.filter((host) => isAllowedMicrosoftLink(cloudPolicies[cloud], `https://${host}/x`))).toEqual(hosts)
  })

  it.each(clouds)('%s: its admin centers are among them', (cloud) => {
    const { adminCenters, linkHosts } = cloudPolicies[cloud]
    expect(adminCenters.map((link) => [new URL(link).hostname, isAllowedMicrosoftLink(cloudPolicies[cloud], link)]))
      .toEqual(linkHosts.map((host) => [host, true]))
  })

  it.each([
    'http://admin.microsoft.com/Adminportal/Home',
    'https://admin.microsoft.com.evil.example/',
    'https://evil.example/?x=admin.microsoft.com',
    'https://admin.microsoft.com@evil.example/',
    'javascript:alert(1)//admin.microsoft.com',
    '//admin.microsoft.com/x',
    'admin.microsoft.com',
    '',
  ])('not %s', (link) => {
    expect(isAllowedMicrosoftLink(cloudPolicies.global, link)).toBe(false)
  })
})

describe('section 3.3: Microsoft’s approval link of granular rights', () => {
  it('has the documented shape where there is granular delegated admin', () =>
    expect(granularMicrosoftLink(cloudPolicies.global, `${tenant}-${tenant}`)).toBe(
      `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${tenant}-${tenant}`,
    ))

  it.each(['germany', 'china', 'usgov'] as const)('is not guessed where there is none: %s', (cloud) =>
    expect(granularMicrosoftLink(cloudPolicies[cloud], tenant)).toBeNull())
})
