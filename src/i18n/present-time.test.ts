import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onTimeSet, presentTime, timeOfAnswer } from './present-time.ts'

const minute = 60_000
/** This machine's time when a response arrives. */
const here = Date.parse('2026-11-29T12:00:00.000Z')
const iso = (at: number) => new Date(at).toISOString()

/** A response that took this long, written halfway. */
function answer(truly: number, tookMs: number): void {
  const arrives = Date.now()
  vi.setSystemTime(arrives - tookMs)
  const heard = timeOfAnswer()
  vi.setSystemTime(arrives)
  heard(iso(truly - tookMs / 2))
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: here })
  answer(here, 0)
})
afterEach(() => {
  vi.useRealTimers()
})

it.each([
  ['a clock that is right', 0, 300, 0],
  ['one ten minutes ahead', -10 * minute, 300, -10 * minute],
  ['one ten minutes behind', 10 * minute, 300, 10 * minute],
  ['one a day behind, by a slow answer', 1_440 * minute, 20_000, 1_440 * minute],
  ['an answer that this machine slept through for an hour, which says nothing', 10 * minute, 60 * minute, 0],
] as const)('%s', (_name, behind, tookMs, expected) => {
  answer(here + behind, tookMs)
  expect(presentTime() - here).toBe(expected)
})

it('is right again after this machine’s clock was set, or stood still, with the next answer', () => {
  answer(here + 10 * minute, 100)
  vi.setSystemTime(here + 10 * minute)
  answer(here + 10 * minute, 100)
  expect(presentTime() - here).toBe(10 * minute)
})

it.each([['no time', null], ['what is no time', 'yesterday']] as const)('%s changes nothing', (_name, writtenAt) => {
  timeOfAnswer()(writtenAt)
  expect(presentTime()).toBe(here)
})

it('a clock that was put back while an answer was awaited changes nothing', () => {
  const heard = timeOfAnswer()
  vi.setSystemTime(here - 5 * minute)
  heard(iso(here))
  expect(presentTime()).toBe(here - 5 * minute)
})

it('is told of once it is set, not at every answer', () => {
  const told = vi.fn<() => void>()
  onTimeSet(told)
  answer(here + 10 * minute, 100)
  answer(here + 10 * minute + 400, 200)
  expect(told).toHaveBeenCalledTimes(1)
})
