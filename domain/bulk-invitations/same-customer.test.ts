import { expect, it } from 'vitest'
import { isSameCustomer, warningsOf } from './same-customer.ts'

const one = '11111111-1111-4111-8111-111111111111'
const two = '22222222-2222-4222-8222-222222222222'

it.each([
  ['the same tenant, also under other names', { tenantId: one, companyName: 'A' }, { tenantId: one, companyName: 'B' }, true],
  ['two tenants of one name and domain', { tenantId: one, domain: 'a.example' }, { tenantId: two, domain: 'a.example' }, false],
  ['a tenant and no tenant, one domain', { tenantId: one, domain: 'a.example' }, { domain: 'a.example' }, true],
  ['two domains, one address', { domain: 'a.example', email: 'x@a.example' }, { domain: 'b.example', email: 'x@a.example' }, false],
  ['one address in two spellings', { email: 'X@a.example' }, { email: 'x@A.example' }, true],
  ['two addresses, one name', { email: 'x@a.example', companyName: 'A' }, { email: 'y@a.example', companyName: 'A' }, false],
  ['one name in two spellings', { companyName: 'FOURTH coffee ' }, { companyName: 'Fourth Coffee' }, true],
  ['nothing that both give', { companyName: 'A' }, { email: 'x@a.example' }, false],
  ['nobody and nobody', {}, {}, false],
])('%s → %s', (_case, first, second, expected) => {
  expect(isSameCustomer(first, second)).toBe(expected)
  expect(isSameCustomer(second, first)).toBe(expected)
})

it('tells of a row above and of an open invitation, each for itself', () => {
  const customer = { domain: 'a.example' }
  const other = { domain: 'b.example' }
  expect(warningsOf(customer, { earlier: [other, customer], invited: [other] })).toEqual(['repeated_in_list'])
  expect(warningsOf(customer, { earlier: [other], invited: [customer] })).toEqual(['open_invitation'])
  expect(warningsOf(customer, { earlier: [customer], invited: [customer] })).toEqual(['repeated_in_list', 'open_invitation'])
  expect(warningsOf(undefined, { earlier: [customer], invited: [customer] })).toEqual([])
})
