import { describe, expect, it } from 'vitest'
import { customerOf } from '../relationships/testing.ts'
import type { CustomerDescribed } from './customer.ts'
import { describedAs, isDescribedAlike } from './description.ts'
import { CustomerChange } from './schemas.ts'

const before: CustomerDescribed = { ...customerOf(), alias: 'Toys', tags: ['VIP'], notes: 'Calls on Mondays.' }
const after = (change: object) => describedAs(before, CustomerChange.parse(change))

describe('BR-106: what a partner says of a customer', () => {
  it.each<[string, object, Partial<CustomerDescribed>]>([
    ['nothing', {}, {}],
    ['an alias', { alias: ' Big\u200b  toys ' }, { alias: 'Big toys' }],
    ['no alias any more', { alias: null }, { alias: null }],
    ['an empty alias', { alias: '  ' }, { alias: null }],
    ['notes', { notes: 'One\r\n\r\ntwo' }, { notes: 'One\n\ntwo' }],
    ['no notes any more', { notes: '' }, { notes: null }],
    ['tags', { tags: ['north', 'VIP'] }, { tags: ['north', 'VIP'] }],
    ['no tags any more', { tags: [] }, { tags: [] }],
  ])('%s changes nothing else, the company name least of all', (_name, change, expected) => {
    expect(after(change)).toEqual({ ...before, ...expected })
    expect(isDescribedAlike(before, after(change))).toBe(Object.keys(expected).length === 0)
  })

  it.each([
    ['an alias of 200 characters', { alias: 'x'.repeat(200) }, true],
    ['an alias of 201', { alias: 'x'.repeat(201) }, false],
    ['notes of 4,000 characters', { notes: 'x'.repeat(4_000) }, true],
    ['notes of 4,001', { notes: 'x'.repeat(4_001) }, false],
    ['another company name', { companyName: 'Tailspin' }, false],
  ])('%s', (_name, change, isTaken) => expect(CustomerChange.safeParse(change).success).toBe(isTaken))
})
