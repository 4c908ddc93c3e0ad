import { createMiddleware } from 'hono/factory'
import type { Actor } from '../../../domain/session/actor.ts'
import { isAttended, takenForAnother } from './acting-as.ts'
import type { ApiEnv } from './api-env.ts'
import { bearerIn, identifyBearer } from './bearer.ts'
import { languageOf } from '../words/languages.ts'
import type { Ports } from '../ports.ts'
import { ApiProblem } from './problem-response.ts'
import { sha256 } from '../secrets.ts'

/**
 * Identifies the caller by its access token, else by its session; an unknown, expired or ended session is nobody. Answers 409
 * `session.other_person`, before any read or write, when the page believes in another person, and 401 when it believes that nobody is
 * missing.
 */
export const identify = ({ session, store, now }: Ports) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    const bearer = bearerIn(c.req.header('Authorization'))
    const token = bearer === undefined ? session.read(c.req.raw) : undefined
    if (bearer !== undefined) await identifyBearer(c, { store, now }, bearer)
    if (token !== undefined) {
      const hash = await sha256(token)
      const isDeed = (actor: Actor) => isAttended(c) && takenForAnother(c, actor) === undefined
      const caller = await store.sessions.find(hash, now().toISOString(), isDeed)
      c.set('sessionHash', hash)
      c.set('caller', caller)
      c.set('through', caller && 'browser')
      if (caller) c.set('locale', languageOf(c.req.header('Accept-Language'), caller.user.locale))
    }
    const refusal = takenForAnother(c, c.var.caller)
    if (refusal) throw new ApiProblem(refusal)
    await next()
  })
