import { describe, expect, it } from 'vitest'
import { invitationView } from './invitation-view.ts'

const { read, write, isNarrowed } = invitationView
const view = (query: string) => read(new URLSearchParams(query))

describe('the address is the view', () => {
  it.each([
    ['nothing', '', {}],
    [
      'all of it', 'search=tail&state=forwarded&turn=customer&overdue=true',
      { search: 'tail', state: 'forwarded', turn: 'customer', overdue: 'true' },
    ],
    ['an overdue that is not yes', 'overdue=no', {}],
    ['a search without its padding', 'search=%20tail%20', { search: 'tail' }],
    ['words that the list does not know', 'state=lost&turn=nobody', {}],
    ['a search longer than the list takes', `search=${'x'.repeat(300)}`, { search: 'x'.repeat(200) }],
  ])('%s', (_name, query, expected) => {
    expect(view(query)).toEqual(expected)
  })

  it.each([
    '', 'search=Caf%C3%A9+%26+Co', 'state=lapsed', 'search=a&state=sent&turn=reseller', 'turn=customer&overdue=true',
  ])('goes there and back: "%s"', (query) => {
    expect(write(view(query))).toBe(query)
  })
})

it.each([['', false], ['search=a', true], ['state=sent', true], ['turn=done', true], ['overdue=true', true], ['turn=unknown', false]])(
  '"%s" leaves something out: %s',
  (query, expected) => expect(isNarrowed(view(query))).toBe(expected),
)
