import { expect, it } from 'vitest'
import { handedOver, invitation, now, yesterday } from '../testing/facts.ts'
import { invitationStates } from './states.ts'
import { deadlineOf, isOpen, isSettled, isWaiting, shownState, turnOf } from './turn.ts'

it.each([
  ['created', 'created', 'provider', 'provider'],
  ['sent', 'sent', 'customer', 'reseller'],
  ['forwarded', 'forwarded', 'customer', 'customer'],
  ['opened', 'opened', 'customer', 'customer'],
  ['failed', 'failed', 'customer', 'customer'],
  ['returned', 'returned', 'provider', 'provider'],
  ['accepted', 'accepted', 'done', 'done'],
  ['declined', 'declined', 'done', 'done'],
  ['withdrawn', 'withdrawn', 'done', 'done'],
  ['lapsed', 'lapsed', 'done', 'done'],
] as const)('%s is shown as %s; it is the turn of %s, through a reseller of %s', (state, shown, direct, through) => {
  expect(shownState(invitation({ state }), now)).toBe(shown)
  expect(turnOf(invitation({ state }), now)).toBe(direct)
  expect(turnOf(handedOver({ state }), now)).toBe(through)
})

it.each(invitationStates)('%s after its expiry lapses only while somebody has to act', (state) => {
  const late = invitation({ state, expiresAt: yesterday })
  expect(shownState(late, now)).toBe(isWaiting(invitation({ state }), now) ? 'lapsed' : state)
  expect(isWaiting(late, now)).toBe(false)
  expect(turnOf(late, now)).toBe('done')
  expect(isOpen(late, now)).toBe(false)
})

it.each([
  ['created', 'ahead', 'passed'],
  ['sent', 'ahead', 'passed'],
  ['forwarded', 'ahead', 'passed'],
  ['opened', 'ahead', 'passed'],
  ['failed', 'ahead', 'passed'],
  ['returned', 'ahead', 'passed'],
  ['lapsed', 'passed', 'passed'],
  ['accepted', 'settled', 'settled'],
  ['declined', 'settled', 'settled'],
  ['withdrawn', 'settled', 'settled'],
] as const)('the time for an answer to one that is %s is told as %s, after its end as %s', (state, before, after) => {
  expect(deadlineOf(invitation({ state }), now)).toBe(before)
  const late = invitation({ state, expiresAt: yesterday })
  expect(deadlineOf(late, now)).toBe(after)
  expect(isSettled(late, now)).toBe(after === 'settled')
})

it('lapses at the very moment of its expiry', () => {
  const at = (milliseconds: number) => shownState(invitation({ expiresAt: new Date(now.getTime() + milliseconds).toISOString() }), now)
  expect([at(-1), at(0), at(1)]).toEqual(['lapsed', 'lapsed', 'created'])
})
