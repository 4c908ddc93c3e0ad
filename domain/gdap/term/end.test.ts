import { expect, it } from 'vitest'
import { endOf } from './end.ts'
import type { GdapStatus } from '../states.ts'

const since = '2026-03-01T09:00:00.000Z'
const term = '2027-06-18T09:00:00.000Z'

it.each<[string, GdapStatus, string | null, string | null]>([
  ['a draft has no end yet', 'created', null, null],
  ['nor has a request without an answer', 'approvalPending', null, null],
  ['nor what is being activated', 'activating', null, null],
  ['one that stands ends with its term', 'active', term, term],
  ['so does one that ends soon', 'expiring', term, term],
  ['one that ran out ended with its term', 'expired', term, term],
  ['one whose end was asked for has lost its term', 'terminationRequested', term, null],
  ['so has one that is being ended', 'terminating', term, null],
  ['BR-94: one that somebody ended is over since then', 'terminated', term, since],
  ['BR-94: also when it never began', 'terminated', null, since],
])('%s', (_name, status, endDateTime, expected) => {
  expect(endOf({ status, since, endDateTime })).toBe(expected)
})
