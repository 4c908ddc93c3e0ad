import { expect, it } from 'vitest'
import { historyOf } from './history.ts'

const entry = (action: string, at: string) => ({ at, action, by: 'Jiwoo Han', organizationName: 'Contoso Distribution' })
const [noon, later] = ['2026-03-02T12:00:00.000Z', '2026-03-02T12:00:01.000Z']

it('tells what happened at one moment in the order in which it comes about, and what has no place in it last', () => {
  const events = [
    entry('invitation.extended', noon), entry('invitation.accepted', noon), entry('invitation.opened', noon), entry('gdap.created', noon),
  ]
  expect(historyOf(events).map(({ action }) => action)).toEqual(['created', 'opened', 'accepted', 'extended'])
})

it('tells the oldest first, whatever it is', () => {
  expect(historyOf([entry('invitation.created', later), entry('invitation.accepted', noon)]).map(({ action }) => action))
    .toEqual(['accepted', 'created'])
})
