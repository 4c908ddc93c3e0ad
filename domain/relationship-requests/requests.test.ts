import { expect, it } from 'vitest'
import { invitation, now, yesterday } from '../testing/facts.ts'
import { listed, requestSince } from './requests.ts'

const [since, seen, answered] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z']
const request = (changes: Record<string, unknown> = {}, of: Record<string, unknown> = {}) => ({
  answer: null, answeredAt: null, firstSeenAt: null, canBeServed: true, invitation: { ...invitation({ since, ...of }), since }, ...changes,
})

it.each([
  ['open, seen by nobody', request(), since],
  ['open, in front of the customer', request({ firstSeenAt: seen }), seen],
  ['answered', request({ firstSeenAt: seen, answer: 'declined', answeredAt: answered }), answered],
  ['answered, and expired since', request({ answer: 'accepted', answeredAt: answered }, { expiresAt: yesterday }), answered],
  ['expired', request({ firstSeenAt: seen }, { expiresAt: yesterday }), yesterday],
  ['withdrawn', request({ firstSeenAt: seen }, { state: 'withdrawn' }), since],
  ['withdrawn, whose time is over by now', request({ firstSeenAt: seen }, { state: 'withdrawn', expiresAt: yesterday }), since],
  ['of a partner that cannot serve it', request({ firstSeenAt: seen, canBeServed: false }), since],
] as const)('a request that is %s stands so since %s', (_how, each, expected) => {
  expect(requestSince(each, now)).toBe(expected)
  const { since: until, lapsesAt } = listed(each, false) ?? { since: '', lapsesAt: null }
  expect(lapsesAt !== null && lapsesAt <= now.toISOString() ? lapsesAt : until).toBe(expected)
})

it.each([
  ['waits for its maker', request(), null],
  ['waits for the customer', request({}, { state: 'sent' }), ['open', false, true]],
  ['was seen', request({ firstSeenAt: seen }, { state: 'sent' }), ['open', true, true]],
  ['was withdrawn unseen', request({}, { state: 'withdrawn' }), null],
  ['was withdrawn when it was seen', request({ firstSeenAt: seen }, { state: 'withdrawn' }), ['closed', true, false]],
  ['was answered', request({ answer: 'declined', answeredAt: answered }, { state: 'sent' }), ['answered', true, false]],
] as const)('a customer that is named reads of what %s', (_how, each, expected) => {
  const found = listed(each, true)
  expect(found && [found.state, found.stays, found.lapsesAt !== null]).toEqual(expected)
  expect(listed(each, false)).toMatchObject({ stays: true })
})
