import { beforeEach, expect, it } from 'vitest'
import { createGuessLimit } from './guess-limit.ts'

let time: number
const elapsed = () => time
const limits = { burst: 3, secondsEach: 30 }
beforeEach(() => { time = 5_000 })

it('lets a few wrong guesses pass, then asks to wait until one is forgiven', () => {
  const limit = createGuessLimit(elapsed, limits)
  for (let guess = 0; guess < 3; guess += 1) expect(limit.wrong('a')).toBe(0)
  expect(limit.wrong('a')).toBe(30)
  time += 20_000
  expect(limit.wrong('a')).toBe(10)
  time += 10_000
  expect([limit.wrong('a'), limit.wrong('a')]).toEqual([0, 30])
})

it('holds one address back and not the others, however many guess', () => {
  const limit = createGuessLimit(elapsed)
  for (let address = 0; address < 5_000; address += 1)
    for (let guess = 0; guess < 21; guess += 1) limit.wrong(`guesser ${address}`)
  expect(limit.wrong('guesser 1')).toBeGreaterThan(0)
  expect(limit.wrong('customer')).toBe(0)
})

it('remembers no more than 20,000 addresses, those that guessed last', () => {
  const limit = createGuessLimit(elapsed, limits)
  for (let guess = 0; guess < 3; guess += 1) limit.wrong('first')
  for (let address = 0; address < 19_999; address += 1) limit.wrong(`guesser ${address}`)
  expect(limit.wrong('first')).toBe(30)
  for (let address = 0; address < 20_000; address += 1) limit.wrong(`another ${address}`)
  expect(limit.wrong('first')).toBe(0)
})
