import { expect, it } from 'vitest'
import { actor, told } from '../testing/facts.ts'
import { canImportCustomers } from './rules.ts'

it.each([
  ['BR-103 an indirect provider has a customer list', 'indirect_provider', 'admin_agent', 'allowed'],
  ['BR-103 a direct partner too', 'direct_partner', 'sales_agent', 'allowed'],
  ['BR-103 an indirect reseller has none in Partner Center', 'indirect_reseller', 'admin_agent', 'import.only_relationship_owners BR-103'],
  ['BR-103 nor has a customer', 'customer', 'global_admin', 'import.only_relationship_owners BR-103'],
  ['BR-104 a Helpdesk agent does not export it', 'indirect_provider', 'helpdesk_agent', 'import.needs_admin_or_sales_agent BR-104'],
] as const)('%s', (_clause, kind, role, expected) => {
  expect(told(canImportCustomers(actor(kind, role)))).toBe(expected)
})
