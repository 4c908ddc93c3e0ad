import type { z } from '@hono/zod-openapi'
import { Problem } from '../../../domain/problem.ts'

export const json = <Schema extends z.ZodType>(schema: Schema, description = 'OK') => ({
  description,
  content: { 'application/json': { schema } },
})

export const jsonBodyOf = <Schema extends z.ZodType>(schema: Schema, required = true) => ({
  body: { required, content: { 'application/json': { schema } } },
})

const meanings = {
  400: 'Malformed JSON, a body that breaks off, or a cursor that is not of this list',
  401: 'Not signed in, or an access token that does not work',
  403: 'Refused by a rule, which is named; or an access token without the scope',
  404: 'Unknown, malformed or not visible',
  409: 'Not possible in the present state, and the rule is named; or another person is signed in than Tessera-Acting-As says',
  412: 'Changed since the version named in If-Match',
  413: 'Too large',
  415: 'Not the media type that is read here',
  422: 'Invalid fields, or an Idempotency-Key used for another body',
  429: 'Too often; Retry-After says when there is room again',
  428: 'If-Match is missing',
  503: 'Not at the moment; Retry-After says when to try again. What became of a write is not known: its Idempotency-Key tells',
} as const

const schema = Problem.meta({ id: 'Problem' })

export const problems = <Status extends keyof typeof meanings>(...statuses: Status[]) =>
  Object.fromEntries(
    statuses.map((status) => [status, { description: meanings[status], content: { 'application/problem+json': { schema } } }]),
  ) as unknown as Record<Status, { description: string; content: { 'application/problem+json': { schema: typeof schema } } }>

/** Headers that any request may send. */
const sayings = {
  ActingAs: {
    name: 'Tessera-Acting-As', in: 'header', required: false, schema: { type: 'string' },
    description: 'Who the sender takes itself to be signed in as, `<user id>@<organization id>`, or `nobody`. When somebody else is signed '
      + 'in the answer is 409 `session.other_person`, and nothing is read or written. `/events` takes it as the query’s `actingAs`; '
      + '`/session` and `/session/personas` take no notice of it.',
  },
  Unattended: {
    name: 'Tessera-Unattended', in: 'header', required: false, schema: { type: 'string' },
    description: 'Sent with whatever value by a page that asks by itself: no deed of its person, so that the session ends no later by it. '
      + 'An event stream is none either.',
  },
} as const
const ofEveryRequest = Object.keys(sayings).map((name) => ({ $ref: `#/components/parameters/${name}` }))

type Described = { responses?: Record<string, unknown>; parameters?: unknown }

const securitySchemes = {
  session: {
    type: 'apiKey', in: 'cookie', name: 'tessera',
    description: 'The session of a person who is signed in; on https the cookie is `__Host-tessera`.',
  },
  accessToken: {
    type: 'http', scheme: 'bearer',
    description: 'An access token with the scope that the operation names; an operation that names none is closed to tokens. Every answer '
      + 'says in `RateLimit` how many requests are left.',
  },
} as const

/** Problems that precede every endpoint: session, recall, rate, load and body. */
const beforeAll = problems(401, 403, 404, 409, 422, 429, 503)
const beforeBodies = problems(400, 413, 415)
const verbs = ['get', 'post', 'put', 'patch', 'delete'] as const

type Describing = { paths?: Record<string, Partial<Record<(typeof verbs)[number], Described>>>; components?: object }

/** Adds the common headers and problems to every operation. */
export function withCommon<Document extends Describing>(document: Document): Document {
  const onWire = (common: Record<string, { description: string }>) =>
    Object.fromEntries(Object.entries(common).map(([status, { description }]) => [status, { description, content }]))
  for (const path of Object.values(document.paths ?? {}))
    for (const verb of verbs) {
      const operation = path[verb]
      if (!operation) continue
      operation.parameters = [...(Array.isArray(operation.parameters) ? (operation.parameters as unknown[]) : []), ...ofEveryRequest]
      operation.responses = { ...onWire(beforeAll), ...(verb !== 'get' && onWire(beforeBodies)), ...operation.responses }
    }
  document.components = { ...document.components, parameters: sayings, securitySchemes }
  return document
}

const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
