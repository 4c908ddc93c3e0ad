import { expect, it } from 'vitest'
import { complaintsIn } from '../../../api/problem-error.ts'
import { declineInputs } from './answer-requests.ts'
import { isMendable, lacksAgreement } from './answer-state.ts'

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
  const tooLong = { ...problem(422, 'request.invalid'), errors }
  expect([complaintsIn(declineInputs, tooLong), lacksAgreement(tooLong)]).toEqual([{ '/reason': 'Too long' }, false])
  const agreement = problem(409, 'acceptance.agreement_required')
  expect([complaintsIn(declineInputs, agreement), lacksAgreement(agreement)]).toEqual([undefined, true])
})
