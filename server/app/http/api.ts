import { OpenAPIHono } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import type { Actor } from '../../../domain/session/actor.ts'
import type { ApiEnv } from './api-env.ts'
import { rejectInvalid } from './invalid-fields.ts'
import { ApiProblem } from './problem-response.ts'

export const endpoints = () => new OpenAPIHono<ApiEnv>({ defaultHook: rejectInvalid })

/** Answers 401 before it reads anything else, unless somebody is signed in. */
export const requireActor = createMiddleware<ApiEnv & { Variables: { actor: Actor } }>(async (c, next) => {
  const { caller } = c.var
  if (!caller) throw new ApiProblem({ status: 401, code: 'session.required' })
  c.set('actor', { ...caller, through: c.var.through })
  await next()
})

/** Throws 403 `session.sign_in_again` unless the person proved lately who they are: before what grants or takes away rights. */
export function enforceLately({ isSignedInLately }: Pick<ApiEnv['Variables'], 'isSignedInLately'>): void {
  if (!isSignedInLately) throw new ApiProblem({ status: 403, code: 'session.sign_in_again' })
}

export const requireLately = createMiddleware<ApiEnv>(async (c, next) => {
  enforceLately(c.var)
  await next()
})
