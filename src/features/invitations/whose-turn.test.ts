import { describe, expect, it } from 'vitest'
import { lapsesAt, situationOf, stepsOf, turnWord } from './whose-turn.ts'

const shape = (...given: Parameters<typeof stepsOf>) => stepsOf(...given).map(({ turn, position }) => `${turn} ${position}`)

describe('the strip', () => {
  it.each([
    ['made and not sent', 'created', 'provider', 'direct', ['provider current', 'customer ahead', 'done ahead']],
    ['with the reseller', 'sent', 'reseller', 'via_reseller', ['provider passed', 'reseller current', 'customer ahead', 'done ahead']],
    ['forwarded', 'forwarded', 'customer', 'via_reseller', ['provider passed', 'reseller passed', 'customer current', 'done ahead']],
    ['accepted', 'accepted', 'done', 'direct', ['provider passed', 'customer passed', 'done current']],
    ['declined', 'declined', 'done', 'direct', ['provider passed', 'customer passed', 'done current']],
    ['lapsed without an answer', 'lapsed', 'done', 'direct', ['provider passed', 'customer ended', 'done current']],
  ] as const)('%s', (_name, state, turn, delivery, expected) => {
    expect(shape({ state, turn, delivery })).toEqual(expected)
  })
})

it('calls a direct partner partner, and everybody else by their step', () => {
  expect(turnWord('provider', 'direct_partner')).toBe('invitations.turn.partner')
  expect(turnWord('provider', 'indirect_provider')).toBe('invitations.turn.provider')
  expect(turnWord('customer', 'direct_partner')).toBe('invitations.turn.customer')
})

it.each([
  ['created', 'provider', false, 'invitations.strip.provider'],
  ['sent', 'reseller', false, 'invitations.strip.reseller'],
  ['sent', 'customer', false, 'invitations.strip.customer'],
  ['opened', 'customer', false, 'invitations.strip.customer.opened'],
  ['lapsed', 'done', false, 'invitations.strip.lapsed'],
  ['lapsed', 'done', true, 'invitations.strip.lapsed.reusable'],
  ['accepted', 'done', false, 'invitations.strip.accepted'],
] as const)('%s with %s, reusable %s → %s', (state, turn, reusable, expected) => {
  expect(situationOf({ state, turn, reusable })).toBe(expected)
})

const expiresAt = '2026-01-01T00:00:00Z'

it.each([['sent', expiresAt], ['opened', expiresAt], ['accepted', undefined], ['withdrawn', undefined], ['lapsed', undefined]] as const)(
  'what is %s lapses at %s',
  (state, expected) => expect(lapsesAt({ state, expiresAt })).toBe(expected),
)
