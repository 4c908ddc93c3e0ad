import type { HonoRequest } from 'hono'
import type { Actor } from '../../domain/session/actor.ts'
import type { Locale } from '../../domain/session/locales.ts'

export type ApiEnv = {
  Variables: {
    requestId: string
    /** The language of every sentence in the answer. */
    locale: Locale
    /** Who is signed in, undefined when nobody is. */
    caller: Actor | undefined
    /** SHA-256 of the caller's session token. */
    sessionHash: string | undefined
  }
}

/** What of a request is looked at below the routes. */
export type Asking = { req: Pick<HonoRequest, 'header' | 'method' | 'text' | 'url'> }
