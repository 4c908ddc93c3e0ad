import { expect, it } from 'vitest'
import { barLengths } from './expiry-columns.ts'

const board = (expired: number, within_7: number, later: number) => ({
  expired, within_7, within_30: 0, within_90: 0, later, willNotRenew: 0, blockedByGlobalAdministrator: 0,
})

it.each([
  ['the longest is whole, the others their share of it', board(50, 25, 100), { expired: 0.5, within_7: 0.25, later: 1 }],
  ['a few among very many can still be seen', board(1, 0, 10_000), { expired: 0.06, within_7: 0, later: 1 }],
  ['nothing is nothing', board(0, 0, 0), { expired: 0, within_7: 0, later: 0 }],
])('%s', (_name, numbers, expected) => {
  expect(barLengths(numbers)).toEqual({ within_30: 0, within_90: 0, ...expected })
})
