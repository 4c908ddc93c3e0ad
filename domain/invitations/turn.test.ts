import { expect, it } from 'vitest'
import { handedOver, invitation, now, yesterday } from '../testing/facts.ts'
import { invitationStates } from './states.ts'
import { isOpen, shownState, turnOf } from './turn.ts'

it.each([
  ['created', 'created', 'provider', 'provider'],
  ['sent', 'sent', 'customer', 'reseller'],
  ['forwarded', 'forwarded', 'customer', 'customer'],
  ['opened', 'opened', 'customer', 'customer'],
  ['failed', 'failed', 'customer', 'customer'],
  ['accepted', 'accepted', 'done', 'done'],
  ['declined', 'declined', 'done', 'done'],
  ['withdrawn', 'withdrawn', 'done', 'done'],
  ['lapsed', 'lapsed', 'done', 'done'],
] as const)('%s is shown as %s; it is the turn of %s, through a reseller of %s', (state, shown, direct, through) => {
  expect(shownState(invitation({ state }), now)).toBe(shown)
  expect(turnOf(invitation({ state }), now)).toBe(direct)
  expect(turnOf(handedOver({ state }), now)).toBe(through)
})

it.each(invitationStates)('%s after its expiry lapses only while it is open', (state) => {
  const late = invitation({ state, expiresAt: yesterday })
  const wasOpen = isOpen(invitation({ state }), now)
  expect(shownState(late, now)).toBe(wasOpen ? 'lapsed' : state)
  expect(turnOf(late, now)).toBe('done')
  expect(isOpen(late, now)).toBe(false)
})

it('lapses at the very moment of its expiry', () => {
  const at = (milliseconds: number) => shownState(invitation({ expiresAt: new Date(now.getTime() + milliseconds).toISOString() }), now)
  expect([at(-1), at(0), at(1)]).toEqual(['lapsed', 'lapsed', 'created'])
})
