import type { z } from '@hono/zod-openapi'
import { Problem } from '../../domain/problem.ts'

/** A JSON answer or body, for a route's description. */
export const json = <Schema extends z.ZodType>(schema: Schema, description = 'OK') => ({
  description,
  content: { 'application/json': { schema } },
})

export const jsonBodyOf = <Schema extends z.ZodType>(schema: Schema, required = true) => ({
  body: { required, content: { 'application/json': { schema } } },
})

const meanings = {
  400: 'Malformed JSON, or a cursor that is not of this list',
  401: 'Not signed in',
  403: 'Refused by a rule, which is named',
  404: 'Unknown, malformed or not visible',
  409: 'Not possible in the present state; the rule is named',
  412: 'Changed since the version named in If-Match',
  413: 'Too large',
  415: 'Not the media type that is read here',
  422: 'Invalid fields, or an Idempotency-Key used for another body',
  429: 'Too often; Retry-After says when there is room again',
  428: 'If-Match is missing',
  503: 'Not at the moment; Retry-After says when to try again. What became of a write is not known: its Idempotency-Key tells',
} as const

const schema = Problem.meta({ id: 'Problem' })

/** The problems that a route may answer, for its description; any of them may be without its store. */
export const problems = <Status extends keyof typeof meanings>(...statuses: Status[]) =>
  Object.fromEntries(
    [...statuses, 503 as const].map((status) => [
      status, { description: meanings[status], content: { 'application/problem+json': { schema } } },
    ]),
  ) as unknown as Record<Status, { description: string; content: { 'application/problem+json': { schema: typeof schema } } }>
