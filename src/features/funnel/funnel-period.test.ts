import { describe, expect, it } from 'vitest'
import { isPeriod, periodOf } from './funnel-period.ts'

const today = '2026-03-31'
const usual = { from: '2026-01-01', to: '2026-03-31' }

describe('the period of an address', () => {
  it.each([
    ['the last 90 days, today among them', '', usual],
    ['what it asks for', 'from=2025-12-01&to=2026-01-15', { from: '2025-12-01', to: '2026-01-15' }],
    ['one day', 'from=2026-02-01&to=2026-02-01', { from: '2026-02-01', to: '2026-02-01' }],
    ['the usual for days in the wrong order', 'from=2026-02-02&to=2026-02-01', usual],
    ['the usual for a day that is none', 'from=2026-02-30&to=2026-03-01', usual],
    ['the usual for half a period', 'from=2026-02-01', usual],
    ['the usual for words', 'from=yesterday&to=today', usual],
  ])('is %s', (_name, query, expected) => {
    expect(periodOf(new URLSearchParams(query), today)).toEqual(expected)
  })
})

it.each([['2026-01-01', '2026-01-02', true], ['2026-01-02', '2026-01-01', false], ['', '2026-01-01', false], ['2026-01-01', '', false]])(
  '%s to %s is a period: %s',
  (from, to, expected) => expect(isPeriod({ from, to })).toBe(expected),
)
