import { expect, it } from 'vitest'
import { complaintOf, isMendable, wantsAgreement } from './answer-state.ts'

const problem = (status: number, code: string) => ({ type: 'about:blank', title: '', detail: '', status, code, requestId: 'r' })

it('only the agreement and the reason of a no can be put right on the page', () => {
  expect(isMendable(problem(409, 'acceptance.agreement_required'))).toBe(true)
  expect(isMendable(problem(409, 'acceptance.already_used'))).toBe(false)
  expect(isMendable(problem(422, 'request.invalid'))).toBe(false)
  const errors = [{ pointer: '/reason', code: 'field.too_long', detail: 'Too long' }]
  expect(isMendable({ ...problem(422, 'request.invalid'), errors })).toBe(true)
})

it('a refused reason asks for another, not for the agreement', () => {
  const errors = [{ pointer: '/reason', code: 'field.too_long', detail: 'Too long' }]
  const state = { step: 'refused', problem: { ...problem(422, 'request.invalid'), errors } } as const
  expect([complaintOf(state), wantsAgreement(state)]).toEqual(['Too long', false])
  const agreement = { step: 'refused', problem: problem(409, 'acceptance.agreement_required') } as const
  expect([complaintOf(agreement), wantsAgreement(agreement)]).toEqual([undefined, true])
})
