import { expect, it } from 'vitest'
import { complaintsAt, isSilence, NetworkError, ProblemError } from './problem-error.ts'

const answered = (status: number, code: string, leavesOpen = false) =>
  new ProblemError({ type: 'about:blank', title: '', detail: '', status, code, requestId: 'r' }, undefined, leavesOpen)

it.each([
  ['nothing', new NetworkError(new TypeError('Failed to fetch')), true],
  ['a failure of the server’s own', answered(500, 'server.failed'), true],
  ['a store that is away', answered(503, 'store.unavailable'), true],
  ['a gateway', answered(502, 'unexpected'), true],
  ['a gateway’s own limit', answered(429, 'unexpected'), true],
  ['a gateway’s own refusal', answered(403, 'unexpected'), true],
  ['a refusal', answered(409, 'acceptance.already_used'), false],
  ['a refusal for lack of a right', answered(403, 'invitation.needs_admin_or_sales_agent'), false],
  ['a stale version', answered(412, 'request.stale'), false],
  ['the server’s own limit, before any work', answered(429, 'request.too_many'), false],
  ['the server’s own limit, on asking after an earlier sending', answered(429, 'request.too_many', true), true],
  ['an ended session, on asking after an earlier sending', answered(401, 'session.required', true), true],
  ['an error of the page itself', new Error('x'), false],
])('answered by %s, is it open?', (_what, error, expected) => {
  expect(isSilence(error)).toBe(expected)
})

it('what is said of an input, or of a part of it, stands at the input, once; an error about none of them is another matter', () => {
  const errors = [['/days/1', 'Too many'], ['/days', 'Out of order'], ['/daysOff', 'Unknown']]
    .map(([pointer = '', detail = '']) => ({ pointer, code: 'field.bad_format', detail }))
  const refused = (named: typeof errors, rule?: string) => new ProblemError({
    type: 'about:blank', title: '', detail: '', status: 422, code: 'request.invalid', requestId: 'r', errors: named, ...(rule && { rule }),
  })
  expect(complaintsAt(['/days', '/note'], refused(errors))).toEqual({ '/days': 'Too many' })
  expect(complaintsAt(['/days'], refused(errors, 'BR-1'))).toEqual({ '/days': 'Too many (BR-1)' })
  expect(() => complaintsAt(['/note'], refused(errors))).toThrow(ProblemError)
  expect(() => complaintsAt(['/days'], new Error('x'))).toThrow('x')
})
