import { expect, it } from 'vitest'
import { isSameCustomer, isSetApart, standingOf } from './same-customer.ts'

const one = '11111111-1111-4111-8111-111111111111'
const two = '22222222-2222-4222-8222-222222222222'

it.each([
  ['the same tenant, also under other names', { tenantId: one, companyName: 'A' }, { tenantId: one, companyName: 'B' }, true],
  ['two tenants of one name and domain', { tenantId: one, domain: 'a.example' }, { tenantId: two, domain: 'a.example' }, false],
  ['a tenant and no tenant, one domain', { tenantId: one, domain: 'a.example' }, { domain: 'a.example' }, true],
  ['two domains, one address', { domain: 'a.example', email: 'x@a.example' }, { domain: 'b.example', email: 'x@a.example' }, false],
  ['one address in two spellings', { email: 'X@a.example' }, { email: 'x@A.example' }, true],
  ['one domain in two spellings', { domain: 'münchen.de' }, { domain: 'xn--mnchen-3ya.de' }, true],
  ['one address at a domain in two spellings', { email: 'a@münchen.de' }, { email: 'A@xn--mnchen-3ya.de' }, true],
  ['two addresses, one name', { email: 'x@a.example', companyName: 'A' }, { email: 'y@a.example', companyName: 'A' }, false],
  ['one name in two spellings', { companyName: 'FOURTH coffee ' }, { companyName: 'Fourth Coffee' }, true],
  ['nothing that both give', { companyName: 'A' }, { email: 'x@a.example' }, false],
  ['nobody and nobody', {}, {}, false],
])('%s → %s', (_case, first, second, expected) => {
  expect(isSameCustomer(first, second)).toBe(expected)
  expect(isSameCustomer(second, first)).toBe(expected)
})

const customer = { domain: 'a.example' }
const other = { domain: 'b.example' }
const above = (key: string, named: typeof customer) => ({ key, customer: named })
const open = (id: string, named: typeof customer, since = '2026-03-02T09:00:00.000Z') =>
  ({ id, state: 'sent', since, customer: named }) as const

it('tells of a row above and of an open invitation, each for itself', () => {
  const known = (earlier: typeof customer, invited: typeof customer) => ({ earlier: [above('k', earlier)], invited: [open('i', invited)] })
  expect(standingOf(customer, { earlier: [above('x', other), above('k', customer)], invited: [open('i', other)] }))
    .toEqual({ warnings: ['repeated_in_list'], repeats: 'k' })
  expect(standingOf(customer, known(other, customer))).toEqual({ warnings: ['open_invitation'], open: open('i', customer) })
  expect(standingOf(customer, known(customer, customer)).warnings).toEqual(['repeated_in_list', 'open_invitation'])
  expect(standingOf(undefined, known(customer, customer))).toEqual({ warnings: [] })
})

it('names the latest of several open invitations', () => {
  const invited = [open('old', customer, '2026-01-01T00:00:00.000Z'), open('new', customer, '2026-02-01T00:00:00.000Z'), open('x', other)]
  expect(standingOf(customer, { earlier: [], invited }).open?.id).toBe('new')
})

it.each<[string, boolean | undefined, readonly ('open_invitation' | 'repeated_in_list')[], boolean]>([
  ['nothing known of the customer', undefined, [], false],
  ['an open invitation', undefined, ['open_invitation'], true],
  ['an open invitation, and no to a further one', false, ['open_invitation'], true],
  ['an open invitation, and yes to a further one', true, ['open_invitation'], false],
  ['a row above', undefined, ['repeated_in_list'], true],
  ['a row above, and yes to a further one', true, ['repeated_in_list', 'open_invitation'], false],
])('BR-37 with %s it is set apart: %#', (_case, evenIfOpen, warnings, expected) => {
  expect(isSetApart({ evenIfOpen }, { warnings: [...warnings] })).toBe(expected)
})
