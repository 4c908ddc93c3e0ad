import type { HonoRequest } from 'hono'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import type { StoredAnswer } from '../../store/idempotency/idempotency.ts'

export type ApiEnv = {
  Variables: {
    requestId: string
    /** The language of every sentence in the answer. */
    locale: Locale
    /** The time zone by whose calendar and clock the answer is told. */
    zone: string
    /** Who is signed in, undefined when nobody is. */
    caller: Actor | undefined
    /** SHA-256 of the caller's session token. */
    sessionHash: string | undefined
    /** Whether the call only asks what became of an earlier one, so that nothing may be written. */
    isRecall: boolean
    /** What was answered to that one, unless its items have keys of their own. */
    recalled: StoredAnswer | undefined
    /** Whether the answer holds nothing that was kept earlier, only what came with the request and was cleaned. */
    isFresh: boolean | undefined
  }
}

/** What of a request is looked at below the routes. */
export type RequestContext = {
  req: Pick<HonoRequest, 'header' | 'method' | 'text' | 'url'>
  var: Pick<ApiEnv['Variables'], 'recalled'>
}

/** A request of somebody who is signed in. */
export type ActorContext = RequestContext & { var: { actor: Actor } }
