import { expect, it } from 'vitest'
import { isMendable, isOutcomeUnknown } from './answer-state.ts'

const problem = (status: number, code: string) => ({ type: 'about:blank', title: '', detail: '', status, code, requestId: 'r' })

it.each([[500, true], [502, true], [503, true], [409, false], [403, false]])('%s leaves the outcome open: %s', (status, expected) =>
  expect(isOutcomeUnknown(problem(status, 'x'))).toBe(expected))

it('only the agreement can be put right on the page', () => {
  expect(isMendable(problem(409, 'acceptance.agreement_required'))).toBe(true)
  expect(isMendable(problem(409, 'acceptance.already_used'))).toBe(false)
})
