import { createMiddleware } from 'hono/factory'
import type { ApiEnv } from './api-env.ts'
import { isRecall } from './idempotency.ts'
import { languageOf } from './languages.ts'
import type { Ports } from './ports.ts'
import { sha256 } from './secrets.ts'

/** Finds out who is calling; a token that is unknown, expired or ended is nobody. */
export const identify = ({ session, store, now }: Ports) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    const token = session.read(c.req.raw)
    if (token !== undefined) {
      const hash = await sha256(token)
      const caller = await store.sessions.find(hash, now().toISOString(), isRecall(c) ? 'unmoved' : 'moved')
      c.set('sessionHash', hash)
      c.set('caller', caller)
      if (caller) c.set('locale', languageOf(c.req.header('Accept-Language'), caller.user.locale))
    }
    await next()
  })
