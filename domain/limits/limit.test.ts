import { expect, it } from 'vitest'
import { dayOf, nextDay, secondsUntilNextDay } from './limit.ts'

it.each([
  ['2026-03-02T12:00:00.000Z', '2026-03-02', '2026-03-03T00:00:00.000Z', 43_200],
  ['2026-12-31T23:59:59.900Z', '2026-12-31', '2027-01-01T00:00:00.000Z', 1],
  ['2026-03-02T00:00:00.000Z', '2026-03-02', '2026-03-03T00:00:00.000Z', 86_400],
])('%s is of %s and ends at %s', (at, day, next, seconds) => {
  expect([dayOf(at), nextDay(at), secondsUntilNextDay(at)]).toEqual([day, next, seconds])
})
