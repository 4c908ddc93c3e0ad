import { beforeEach, expect, it } from 'vitest'
import { createGuessLimit } from './guess-limit.ts'

let time: number
const elapsed = () => time
const limits = { perAddress: { burst: 3, secondsEach: 30 }, overall: { burst: 5, secondsEach: 2 } }
beforeEach(() => { time = 5_000 })

it('lets a few wrong guesses pass, then asks to wait until one is forgiven', () => {
  const limit = createGuessLimit(elapsed, limits)
  for (let guess = 0; guess < 3; guess += 1) {
    expect(limit.waitFor('a')).toBe(0)
    limit.wrong('a')
  }
  expect(limit.waitFor('a')).toBe(30)
  time += 20_000
  expect(limit.waitFor('a')).toBe(10)
  time += 10_000
  expect(limit.waitFor('a')).toBe(0)
  limit.wrong('a')
  expect(limit.waitFor('a')).toBe(30)
})

it('does not count what was right', () => {
  const limit = createGuessLimit(elapsed, limits)
  for (let visit = 0; visit < 100; visit += 1) limit.right('a')
  expect(limit.waitFor('a')).toBe(0)
})

it('holds one address back and not the others', () => {
  const limit = createGuessLimit(elapsed, limits)
  for (let guess = 0; guess < 3; guess += 1) limit.wrong('a')
  expect([limit.waitFor('a') > 0, limit.waitFor('b')]).toEqual([true, 0])
})

it('holds everybody back when many addresses guess together, save who has shown a living link', () => {
  const limit = createGuessLimit(elapsed, limits)
  limit.right('customer')
  for (const address of ['a', 'b', 'c', 'd', 'e']) limit.wrong(address)
  expect([limit.waitFor('f'), limit.waitFor('customer')]).toEqual([2, 0])
  time += 2_000
  expect(limit.waitFor('f')).toBe(0)
})
