import { describe, expect, it } from 'vitest'
import { gdapView } from './gdap-view.ts'

const { read, write, isNarrowed } = gdapView
const view = (query: string) => read(new URLSearchParams(query))

describe('the address is the view', () => {
  it.each([
    ['nothing', '', {}],
    [
      'all of it', 'search=tail&status=active&bucket=within_7&ends=true&blockedBy=global_administrator&sort=endDateTime',
      {
        search: 'tail', status: 'active', bucket: 'within_7', ends: 'true', blockedBy: 'global_administrator', sort: 'endDateTime',
      },
    ],
    ['a search without its padding', 'search=%20tail%20', { search: 'tail' }],
    ['words that the list does not know', 'status=lost&bucket=soon&ends=no&blockedBy=nobody&sort=-displayName', {}],
    ['a search longer than the list takes', `search=${'x'.repeat(300)}`, { search: 'x'.repeat(200) }],
  ])('%s', (_name, query, expected) => {
    expect(view(query)).toEqual(expected)
  })

  it.each([
    '', 'search=Caf%C3%A9+%26+Co', 'status=expired', 'bucket=next_60&ends=true',
    'search=a&bucket=later&sort=displayName', 'ends=true&blockedBy=global_administrator',
  ])('goes there and back: "%s"', (query) => {
    expect(write(view(query))).toBe(query)
  })
})

it.each([
  ['', false], ['sort=endDateTime', false], ['search=a', true], ['status=active', true], ['bucket=within_7', true], ['ends=true', true],
  ['blockedBy=global_administrator', true], ['bucket=unknown', false],
])('"%s" leaves something out: %s', (query, expected) => expect(isNarrowed(view(query))).toBe(expected))
