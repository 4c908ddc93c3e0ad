import { OpenAPIHono } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import type { Actor } from '../../../domain/session/actor.ts'
import type { TokenScope } from '../../../domain/tokens/scopes.ts'
import type { ApiEnv } from './api-env.ts'
import { rejectInvalid } from './invalid-fields.ts'
import { ApiProblem } from './problem-response.ts'

export const endpoints = () => new OpenAPIHono<ApiEnv>({ defaultHook: rejectInvalid })

/**
 * Answers 401 before it reads anything else, unless somebody is signed in. An access token is 403 unless it has the scope; without one the
 * route is a person's.
 */
export const requireActor = (scope?: TokenScope) => createMiddleware<ApiEnv & { Variables: { actor: Actor } }>(async (c, next) => {
  const { caller, token } = c.var
  if (!caller) throw new ApiProblem({ status: 401, code: 'session.required' })
  if (token && scope === undefined) throw new ApiProblem({ status: 403, code: 'token.closed' })
  if (token && scope !== undefined && !token.scopes.includes(scope))
    throw new ApiProblem({ status: 403, code: 'token.scope_missing', params: { scope } })
  c.set('actor', { ...caller, through: c.var.through ?? 'browser' })
  await next()
})

/** Before a route that is open to everybody: what a person leaves there, such as having opened a link, no access token does. */
export const asGuest = createMiddleware<ApiEnv>(async (c, next) => {
  if (c.var.token) c.set('caller', undefined)
  await next()
})

/**
 * Throws 403 `session.sign_in_again` unless the person proved lately who they are: before what grants or takes away rights. No access token
 * proves that.
 */
export function enforceLately({ isSignedInLately, token }: Pick<ApiEnv['Variables'], 'isSignedInLately' | 'token'>): void {
  if (token) throw new ApiProblem({ status: 403, code: 'token.closed' })
  if (!isSignedInLately) throw new ApiProblem({ status: 403, code: 'session.sign_in_again' })
}

export const requireLately = createMiddleware<ApiEnv>(async (c, next) => {
  enforceLately(c.var)
  await next()
})
