import { describe, expect, it } from 'vitest'
import { gdapStatuses } from '../gdap/states.ts'
import { invitationStates, openStates } from '../invitations/states.ts'
import { nextTry, reasonToKeep } from './sending.ts'
import { mailKinds } from './states.ts'

const now = new Date('2026-03-02T12:00:00.000Z')
const minutes = (attempts: number) => {
  const next = nextTry(attempts, now)
  return next && (next.getTime() - now.getTime()) / 60_000
}

it('waits a minute, then twice as long each time, six hours at most, and gives up after the twelfth attempt', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map(minutes)).toEqual([
    1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, undefined, undefined,
  ])
})

describe('a mail that is due', () => {
  const mail = { kind: 'invitation', attempts: 1, invitation: { linkNumber: 2 } } as const
  const invitation = { state: 'sent', expiresAt: '2026-03-03T12:00:00.000Z', linkNumber: 2 } as const

  const asked = { invited: invitation, requested: { status: 'approvalPending', since: '2026-03-01T12:00:00.000Z' } } as const

  it.each(mailKinds)('of kind %s leaves while its invitation or request is open and its link alive', (kind) => {
    expect(reasonToKeep({ ...mail, kind }, asked, now)).toBeUndefined()
  })

  const approval = { kind: 'approval', attempts: 1, invitation: null } as const

  it.each(gdapStatuses)('asks for approval of a request that is %s only while it waits for one', (status) => {
    expect(reasonToKeep(approval, { invited: null, requested: { ...asked.requested, status } }, now))
      .toBe(status === 'approvalPending' ? undefined : 'no_longer_open')
  })

  it.each([
    ['BR-79 has lapsed', { ...asked.requested, since: '2025-12-02T12:00:00.000Z' }], ['is gone', null],
  ] as const)('asks for approval of no request that %s', (_what, requested) => {
    expect(reasonToKeep(approval, { invited: null, requested }, now)).toBe('no_longer_open')
  })

  it.each(invitationStates)('asks for an answer to an invitation that is %s only when one can be given', (state) => {
    expect(reasonToKeep(mail, { ...asked, invited: { ...invitation, state } }, now))
      .toBe(openStates.includes(state) ? undefined : 'no_longer_open')
  })

  it('about no invitation leaves', () =>
    expect(reasonToKeep({ ...mail, invitation: null }, { invited: null, requested: null }, now)).toBeUndefined())

  it.each([
    ['link_replaced', 'the link was replaced', mail, { ...invitation, linkNumber: 3 }],
    ['no_longer_open', 'its time is over', mail, { ...invitation, expiresAt: now.toISOString() }],
    ['no_longer_open', 'it was withdrawn after its link was replaced', mail, { ...invitation, state: 'withdrawn', linkNumber: 3 }],
    ['link_replaced', 'a forward', { ...mail, kind: 'forward' }, { ...invitation, linkNumber: 3 }],
    ['link_replaced', 'a reminder', { ...mail, kind: 'reminder' }, { ...invitation, linkNumber: 3 }],
    ['link_replaced', 'a hand-over', { ...mail, kind: 'hand_over' }, { ...invitation, linkNumber: 3 }],
    [undefined, 'a question does not ask for an answer', { ...mail, kind: 'question' }, { ...invitation, state: 'withdrawn' }],
    [undefined, 'a note tells what happened', { ...mail, kind: 'note' }, { ...invitation, state: 'accepted', linkNumber: 3 }],
    [undefined, 'the twelfth attempt is made', { ...mail, attempts: 12 }, invitation],
    ['gave_up', 'the thirteenth is not', { ...mail, attempts: 13 }, invitation],
    ['gave_up', 'nor of a note', { ...mail, kind: 'note', attempts: 13 }, invitation],
  ] as const)('%s: %s', (expected, _what, waiting, invited) => {
    expect(reasonToKeep(waiting, { ...asked, invited }, now)).toBe(expected)
  })
})
