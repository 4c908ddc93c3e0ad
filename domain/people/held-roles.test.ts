import { describe, expect, it } from 'vitest'
import { claimsIn, directoryRolesIn, rolesOf, usualMapping } from './held-roles.ts'

const globalAdmin = '62e90394-69f5-4237-9190-012177145e10'
const relationshipAdmin = 'fc8ad4e2-40e4-4724-8317-bcda7503ecbf'
const group = '7f3c1d2e-0000-4000-8000-00000000abcd'
const mapping = [{ claim: group, role: 'admin_agent' }, { claim: 'Verkauf', role: 'sales_agent' }] as const

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
  ] as const)('%s', (_what, kind, directoryRoles, claims, expected) =>
    expect(rolesOf(
      { directory: directoryRolesIn(directoryRoles, kind), claims: claimsIn(usualMapping, claims, kind), byHand: [] }, usualMapping,
    )).toEqual(expected))
})

describe('the roles that an organisation’s own mapping gives', () => {
  it.each([
    ['a group by its object id, in any case', [group.toUpperCase()], ['admin_agent']],
    ['an app role of its own', ['verkauf', 'Reader'], ['sales_agent']],
    ['nothing for what it does not name any more', ['AdminAgent'], []],
  ] as const)('%s', (_what, claims, expected) =>
    expect(rolesOf({ directory: [], claims: claimsIn(mapping, claims, 'direct_partner'), byHand: [] }, mapping)).toEqual(expected))

  it('takes a role away with its row, from what is kept of a person alone', () => {
    const claims = claimsIn(mapping, [group, 'Verkauf'], 'direct_partner')
    expect(rolesOf({ directory: [], claims, byHand: [] }, mapping.slice(1))).toEqual(['sales_agent'])
  })

  it('keeps no claim that gives nothing', () => expect(claimsIn(mapping, ['AdminAgent', 'verkauf'], 'direct_partner')).toEqual(['Verkauf']))

  it('adds the roles by hand, each role once', () =>
    expect(rolesOf({ directory: ['global_admin'], claims: ['Verkauf'], byHand: ['helpdesk_agent', 'sales_agent'] }, mapping))
      .toEqual(['global_admin', 'sales_agent', 'helpdesk_agent']))
})
