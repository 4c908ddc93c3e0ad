import { describe, expect, it } from 'vitest'
import { customerView } from './customer-view.ts'

const { read, write, isNarrowed } = customerView
const view = (query: string) => read(new URLSearchParams(query))
const reseller = '0197a1b2-0000-7000-8000-00000000000a'

describe('the address is the view', () => {
  it.each([
    ['nothing', '', { sort: 'companyName' }],
    ['a search, without its padding', 'search=%20tail%20', { search: 'tail', sort: 'companyName' }],
    ['an empty search', 'search=%20', { sort: 'companyName' }],
    ['all of it', `search=a&relation=advisor&admin=none&reseller=${reseller}&sort=-lastEventAt`,
      { search: 'a', relation: 'advisor', admin: 'none', reseller, sort: '-lastEventAt' }],
    ['words that the list does not know', 'relation=friend&admin=root&sort=price&reseller=1', { sort: 'companyName' }],
    ['a search longer than the list takes', `search=${'x'.repeat(300)}`, { search: 'x'.repeat(200), sort: 'companyName' }],
    ['a reseller in capitals', `reseller=${reseller.toUpperCase()}`, { reseller, sort: 'companyName' }],
  ])('%s', (_name, query, expected) => {
    expect(view(query)).toEqual(expected)
  })

  it.each([
    '', 'tag=Key+account&sort=lastEventAt', 'search=Caf%C3%A9+%26+Co', 'relation=advisor',
    `search=a&relation=reseller&admin=dap&reseller=${reseller}&sort=-companyName`,
  ])('goes there and back: "%s"', (query) => {
    expect(write(view(query))).toBe(query)
  })

  it('leaves out the usual sort', () => {
    expect(write(view('sort=companyName'))).toBe('')
  })
})

describe('a narrowed view', () => {
  it.each([
    ['', false], ['sort=-lastEventAt', false], ['search=a', true], ['admin=none', true], ['tag=VIP', true], [`reseller=${reseller}`, true],
  ])(
    '"%s" → %s',
    (query, expected) => expect(isNarrowed(view(query))).toBe(expected),
  )
})
