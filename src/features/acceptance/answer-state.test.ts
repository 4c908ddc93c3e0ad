import { expect, it } from 'vitest'
import { isMendable } from './answer-state.ts'

const problem = (status: number, code: string) => ({ type: 'about:blank', title: '', detail: '', status, code, requestId: 'r' })

it('only the agreement can be put right on the page', () => {
  expect(isMendable(problem(409, 'acceptance.agreement_required'))).toBe(true)
  expect(isMendable(problem(409, 'acceptance.already_used'))).toBe(false)
})
