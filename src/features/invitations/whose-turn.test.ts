import { describe, expect, it } from 'vitest'
import { untracked } from '../../../domain/invitations/tracking.ts'
import { situationOf, stagesOf, turnWord } from './whose-turn.ts'

const shape = (...given: Parameters<typeof stagesOf>) => stagesOf(...given).map(({ turn, position }) => `${turn} ${position}`)

describe('the strip', () => {
  it.each([
    ['made and not sent', 'created', 'provider', 'direct', ['provider current', 'customer ahead', 'done ahead']],
    ['with the reseller', 'sent', 'reseller', 'via_reseller', ['provider passed', 'reseller current', 'customer ahead', 'done ahead']],
    ['forwarded', 'forwarded', 'customer', 'via_reseller', ['provider passed', 'reseller passed', 'customer current', 'done ahead']],
    ['back from a former reseller', 'returned', 'provider', 'via_reseller', ['provider current', 'customer ahead', 'done ahead']],
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

const unanswered = { tracking: untracked, acceptedCount: 0, declinedCount: 0, inviter: { id: 'maker' }, reseller: { id: 'reseller' } }

it.each([
  ['created', 'provider', false, 'invitations.strip.provider'],
  ['sent', 'reseller', false, 'invitations.strip.reseller'],
  ['sent', 'customer', false, 'invitations.strip.customer'],
  ['sent', 'customer', true, 'invitations.strip.customer.reusable'],
  ['opened', 'customer', true, 'invitations.strip.customer.opened.reusable'],
  ['opened', 'customer', false, 'invitations.strip.customer.opened'],
  ['returned', 'provider', false, 'invitations.strip.returned'],
  ['failed', 'customer', false, 'invitations.strip.customer.failed'],
  ['lapsed', 'done', false, 'invitations.strip.lapsed'],
  ['lapsed', 'done', true, 'invitations.strip.lapsed.reusable'],
  ['accepted', 'done', false, 'invitations.strip.accepted'],
] as const)('%s with %s, reusable %s → %s', (state, turn, reusable, expected) => {
  expect(situationOf({ ...unanswered, state, turn, reusable }, 'somebody else')).toBe(expected)
})

it.each([
  ['the maker of one that came back', 'returned', 'provider', 'maker', 'invitations.strip.returned.you'],
  ['the reseller that it came back from', 'returned', 'provider', 'reseller', 'invitations.strip.returned'],
  ['the reseller that has it', 'sent', 'reseller', 'reseller', 'invitations.strip.reseller.you'],
  ['the maker of one that a reseller has', 'sent', 'reseller', 'maker', 'invitations.strip.reseller'],
] as const)('speaks to %s as you', (_reader, state, turn, reader, expected) => {
  expect(situationOf({ ...unanswered, state, turn, reusable: false }, reader)).toBe(expected)
})

it('says that an administrator was asked, once one was', () => {
  const tracking = { ...untracked, handedToAdminAt: '2026-01-01T00:00:00Z' }
  const opened = { ...unanswered, state: 'opened', turn: 'customer', reusable: false, tracking } as const
  expect(situationOf(opened, 'somebody else')).toBe('invitations.strip.customer.handed')
})

it.each([
  ['a yes to a link for many', { acceptedCount: 1 }],
  ['a no to a link for many', { declinedCount: 1 }],
])('counts the answers after %s, whoever opened it last', (_after, counts) => {
  const handed = { tracking: { ...untracked, handedToAdminAt: '2026-01-01T00:00:00Z' } }
  for (const state of ['created', 'sent', 'opened'] as const)
    expect(situationOf({ ...unanswered, ...handed, ...counts, state, turn: 'customer', reusable: true }, 'maker'))
      .toBe('invitations.strip.answered')
})
