import { expect, it } from 'vitest'
import { nextEventOf } from './next-event.ts'
import type { GdapRelationship } from './relationship.ts'
import { globalAdmin, reader, relationship } from './testing.ts'

const since = '2026-03-01T09:00:00.000Z'
const end = '2027-03-01T09:00:00.000Z'
const afterAYear = '2027-03-01T09:00:00.000Z'

it.each<[string, Partial<GdapRelationship>, ReturnType<typeof nextEventOf>]>([
  ['a draft waits for its maker', { status: 'created' }, undefined],
  ['BR-79: an unanswered request lapses after 90 days', { status: 'approvalPending' }, { kind: 'lapses', at: '2026-05-30T09:00:00.000Z' }],
  ['what is approved goes on by itself', { status: 'approved' }, { kind: 'activates', at: null }],
  ['so does what is being activated', { status: 'activating' }, { kind: 'activates', at: null }],
  ['one that stands ends', { status: 'active', endDateTime: end }, { kind: 'ends', at: end }],
  ['BR-86: or goes on', { status: 'active', endDateTime: end, autoExtendDuration: 'P180D' }, { kind: 'extends', at: end }],
  [
    'BR-87: never with Global administrator',
    { status: 'expiring', endDateTime: end, autoExtendDuration: 'P180D', roles: [reader, globalAdmin] },
    { kind: 'ends', at: end },
  ],
  ['one that is being ended is ended soon', { status: 'terminating' }, { kind: 'terminates', at: null }],
  ['BR-95: what is over disappears after a year', { status: 'expired' }, { kind: 'cleaned_up', at: afterAYear }],
  ['BR-95: also when somebody ended it', { status: 'terminated' }, { kind: 'cleaned_up', at: afterAYear }],
  ['what a newer Graph says is not guessed at', { status: 'unknownFutureValue' }, undefined],
])('%s', (_name, changes, expected) => {
  expect(nextEventOf(relationship({ since, ...changes }))).toEqual(expected)
})
