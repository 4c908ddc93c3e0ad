import type { Hook } from '@hono/zod-openapi'
import type { z } from 'zod'
import type { ProblemCode } from '../../../domain/problem-codes.ts'
import type { ApiEnv } from './api-env.ts'
import { ApiProblem, type FieldProblem } from './problem-response.ts'

const notFound: Record<string, ProblemCode> = {
  customers: 'customer.not_found',
  invitations: 'invitation.not_found',
  receipts: 'receipt.not_found',
  acceptance: 'acceptance.not_found',
  mail: 'acceptance.not_found',
  joining: 'joining.not_found',
  'reseller-invites': 'joining.not_found',
  partnerships: 'partnership.not_found',
  'my-partners': 'partner.not_found',
  'delegated-admin': 'gdap.not_found',
  organization: 'organization.domain_not_found',
  logos: 'organization.logo_not_found',
  webhooks: 'webhook.not_found',
}

/** A malformed path parameter is a 404; other invalid input is a 422 with a pointer per field. */
export const rejectInvalid: Hook<unknown, ApiEnv, string, unknown> = (result, c) => {
  if (result.success) return
  if (result.target === 'param') {
    const noun = c.req.path.split('/')[2] ?? ''
    if (result.error.issues.every(({ path }) => path[0] === 'sid')) throw new ApiProblem({ status: 404, code: 'subscription.not_found' })
    throw new ApiProblem({ status: 404, code: notFound[noun] ?? 'route.not_found' })
  }
  const input = 'data' in result ? result.data : undefined
  const isQuery = result.target === 'query'
  throw new ApiProblem({
    status: 422,
    code: 'request.invalid',
    errors: fieldProblems(result.error.issues, input, isQuery),
  })
}

const escaped = (key: PropertyKey): string => String(key).replaceAll('~', '~0').replaceAll('/', '~1')

const longestPointer = 200

/** RFC 6901 for a body; `?name` for the query. Cuts long pointers, since the caller chose them. */
export function pointerTo(path: readonly PropertyKey[], isQuery = false): string {
  const pointer = isQuery ? `?${path.map(String).join('.')}` : path.map((key) => `/${escaped(key)}`).join('')
  return pointer.length > longestPointer ? `${pointer.slice(0, longestPointer - 1)}…` : pointer
}

const isObject = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), input)

const mostErrors = 20

/** Lists the problems with pointers, the first ones if there are many. */
export function fieldProblems(issues: readonly z.core.$ZodIssue[], input: unknown, isQuery = false): FieldProblem[] {
  const problems = issues.slice(0, mostErrors).flatMap((issue): FieldProblem[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.slice(0, mostErrors).map((key) => ({ pointer: pointerTo([...issue.path, key], isQuery), code: 'field.unknown' }))
    return [{ pointer: pointerTo(issue.path, isQuery), ...whatIsWrong(issue, valueAt(input, issue.path)) }]
  })
  return problems.slice(0, mostErrors)
}

const codeOfFormat: Record<string, ProblemCode> = {
  email: 'field.bad_email',
  unquoted_address: 'field.unquoted_address',
  ascii_mailbox: 'field.ascii_mailbox',
  domain: 'field.bad_domain',
  webhook_url: 'field.bad_url',
  uuid: 'field.bad_id',
}

function whatIsWrong(issue: z.core.$ZodIssue, value: unknown): Omit<FieldProblem, 'pointer'> {
  if (value === undefined) return { code: 'field.required' }
  switch (issue.code) {
    case 'too_small':
      if (issue.origin !== 'string') return { code: 'field.too_small', params: { limit: Number(issue.minimum) } }
      return { code: value === '' ? 'field.required' : 'field.too_short', params: { limit: Number(issue.minimum) } }
    case 'too_big':
      return { code: issue.origin === 'string' ? 'field.too_long' : 'field.too_big', params: { limit: Number(issue.maximum) } }
    case 'invalid_value':
      return { code: 'field.not_one_of', params: { values: issue.values.map(String).join(', ') } }
    case 'invalid_format':
      return { code: codeOfFormat[issue.format] ?? 'field.bad_format' }
    case 'invalid_type':
      return { code: 'field.wrong_type' }
    default:
      return { code: 'field.bad_format' }
  }
}
