import { expect, it } from 'vitest'
import { actor, organization, told } from '../testing/facts.ts'
import { canBeCustomerOf, canDescribeCustomer, canGoOnImporting, canImportCustomers } from './rules.ts'

it.each([
  ['BR-103 an indirect provider has a customer list', 'indirect_provider', 'admin_agent', 'allowed'],
  ['BR-103 a direct partner too', 'direct_partner', 'sales_agent', 'allowed'],
  ['BR-103 an indirect reseller has none in Partner Center', 'indirect_reseller', 'admin_agent', 'import.only_relationship_owners BR-103'],
  ['BR-103 nor has a customer', 'customer', 'global_admin', 'import.only_relationship_owners BR-103'],
  ['BR-104 a Helpdesk agent does not export it', 'indirect_provider', 'helpdesk_agent', 'import.needs_admin_or_sales_agent BR-104'],
] as const)('%s', (_clause, kind, role, expected) => {
  expect(told(canImportCustomers(actor(kind, role)))).toBe(expected)
})

const notDescribed = 'description.needs_admin_or_sales_agent BR-106'

it.each([
  ['BR-106 a sales agent of a provider', 'indirect_provider', 'sales_agent', 'allowed'],
  ['BR-106 an admin agent of a direct partner', 'direct_partner', 'admin_agent', 'allowed'],
  ['BR-109 a reseller labels its own row', 'indirect_reseller', 'sales_agent', 'allowed'],
  ['BR-109 a Global admin of a reseller', 'indirect_reseller', 'global_admin', 'allowed'],
  ['BR-106 a helpdesk agent', 'indirect_provider', 'helpdesk_agent', notDescribed],
  ['BR-109 somebody without a role for it', 'direct_partner', 'user', notDescribed],
  ['BR-106 a customer has no list', 'customer', 'global_admin', notDescribed],
] as const)('%s', (_clause, kind, role, expected) => {
  expect(told(canDescribeCustomer(actor(kind, role)))).toBe(expected)
})

it.each([
  ['a customer in the same cloud and country', organization('customer'), true],
  ['BR-21 a partner', organization('indirect_reseller'), false],
  ['BR-54d itself', organization('direct_partner'), false],
  ['BR-34 another cloud', organization('customer', { cloud: 'usgov' }), false],
  ['BR-39 another country', organization('customer', { country: 'BR' }), false],
] as const)('%s can be a customer of a partner: %s %s', (_clause, tenant, expected) => {
  expect(canBeCustomerOf(organization('direct_partner'), tenant)).toBe(expected)
})

it.each([
  ['none refused yet', 0, 0, 'allowed'],
  ['the last of the day', 200, 3, 'allowed'],
  ['one too many', 201, 1, 'import.too_many_refused BR-104'],
  ['after the last of the day, whatever the rows are', 200, 0, 'import.too_many_refused BR-104'],
] as const)('%s: %d by now with %d', (_clause, today, rows, expected) => {
  expect(told(canGoOnImporting(today, rows))).toBe(expected)
})
