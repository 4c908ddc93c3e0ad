import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ListQuestion } from '../../../domain/customers/schemas.ts'
import type { ProblemCode } from '../../../domain/problem-codes.ts'
import type { Problem } from '../../../domain/problem.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { allowed, type Refusal, type Verdict } from '../../../domain/verdict.ts'
import { type Params, sentence, title } from '../words/words.ts'

export type FieldProblem = { pointer: string; code: ProblemCode; params?: Params }

export type ProblemFacts = {
  status: number
  code: ProblemCode
  rule?: string | undefined
  whoMay?: Refusal['whoMay']
  params?: Params | undefined
  errors?: readonly FieldProblem[]
  list?: ListQuestion
  retryAfterSeconds?: number
}

/** What a rule refused, and the key of the item of a bulk call that it refused. */
export type Refused = { facts: ProblemFacts; item?: string }

/** Becomes `application/problem+json` in the caller's language. */
export class ApiProblem extends Error {
  readonly facts: ProblemFacts

  constructor(facts: ProblemFacts) {
    super(`${facts.status} ${facts.code}`)
    this.facts = facts
  }
}

export const invalidField = (pointer: string, code: ProblemCode, params?: Params): ApiProblem =>
  new ApiProblem({ status: 422, code: 'request.invalid', errors: [{ pointer, code, ...(params && { params }) }] })

const statusOf: Record<Refusal['because'], number> = { role: 403, cloud: 403, state: 409, limit: 409 }

/** The problem of a refusal; `field` names its input and status, if it is about one. */
export function refusalProblem(refusal: Refusal, field?: { pointer: string; status?: number }): ApiProblem {
  const { code, rule, whoMay, params } = refusal
  return new ApiProblem({
    status: field?.status ?? statusOf[refusal.because],
    code,
    rule,
    ...(whoMay && { whoMay }),
    ...(params && { params }),
    ...(field && { errors: [{ pointer: field.pointer, code, ...(params && { params }) }] }),
  })
}

export function enforce(verdict: Verdict, field?: { pointer: string; status?: number }): void {
  if (verdict !== allowed && !verdict.allowed) throw refusalProblem(verdict, field)
}

/** Like {@link refusalProblem}; `inputs` maps codes to inputs. */
export const refusalAbout = (inputs: Readonly<Record<string, string>>) => (refusal: Refusal): ApiProblem => {
  const pointer = inputs[refusal.code]
  return refusalProblem(refusal, pointer === undefined ? undefined : { pointer })
}

/** Returns what was found and visible, else throws 404 for both. */
export function visible<Found>(found: Found | undefined, code: ProblemCode, may: (found: Found) => boolean = () => true): Found {
  if (found === undefined || !may(found)) throw new ApiProblem({ status: 404, code })
  return found
}

/** The language and time zone of a response. */
export type RequestFacts = { locale: Locale; zone: string; requestId: string }

export function problemBody(facts: ProblemFacts, { locale, zone, requestId }: RequestFacts): Problem {
  const { code, status, rule, whoMay, params, errors, list } = facts
  return {
    type: `urn:tessera:problem:${code}`,
    title: title(status, locale),
    status,
    detail: sentence(code, locale, params, zone),
    code,
    ...(rule !== undefined && { rule }),
    ...(whoMay && { whoMay: [...whoMay] }),
    ...(params && { params }),
    ...(errors && {
      errors: errors.map((error) => ({
        pointer: error.pointer, code: error.code, detail: sentence(error.code, locale, error.params, zone),
      })),
    }),
    ...(list && { list }),
    requestId,
  }
}

/** RFC 6750: how to come in with an access token, or what is wrong with the one that came. */
const challengeOf = ({ code, params }: ProblemFacts): string =>
  code === 'token.invalid' ? 'Bearer error="invalid_token"'
    : code === 'token.scope_missing' ? `Bearer error="insufficient_scope", scope="${params?.['scope']}"` : 'Bearer'

export function problemResponse(facts: ProblemFacts, request: RequestFacts): Response {
  const headers = new Headers({
    'Content-Type': 'application/problem+json', 'Content-Language': request.locale, Vary: 'Accept-Language, Time-Zone',
  })
  if (facts.retryAfterSeconds !== undefined) headers.set('Retry-After', String(facts.retryAfterSeconds))
  if (facts.status === 401 || facts.code === 'token.scope_missing') headers.set('WWW-Authenticate', challengeOf(facts))
  const status = facts.status as ContentfulStatusCode
  return new Response(JSON.stringify(problemBody(facts, request)), { status, headers })
}
