import type { HonoRequest } from 'hono'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import type { TokenScope } from '../../../domain/tokens/scopes.ts'
import type { FoundSession } from '../../store/session/sessions.ts'
import type { Refused } from './problem-response.ts'
import type { StoredAnswer } from '../../store/idempotency/idempotency.ts'

export type ApiEnv = {
  Variables: {
    requestId: string
    locale: Locale
    zone: string
    caller: Actor | undefined
    /** SHA-256 of the caller's session token. */
    sessionHash: string | undefined
    /** The caller's access token: SHA-256 of it, and what it opens. */
    token: { hash: string; scopes: readonly TokenScope[] } | undefined
    /** Through what the caller comes; undefined when nobody is signed in. */
    through: 'browser' | 'token' | undefined
    /** The caller's session, where there is one. */
    session: FoundSession | undefined
    /** Whether the person proved lately who they are; a persona has nothing to prove. */
    isSignedInLately: boolean
    /** True for a call that only asks for an earlier call's outcome, so that nothing may be written. */
    isRecall: boolean
    /** The kept answer to that call, unless its items have keys of their own. */
    recalled: StoredAnswer | undefined
    /** Keeps what rules refused in the log of the caller's organisation; no answer waits for it. */
    keepRefused: (refusals: readonly Refused[]) => void
    /** True when the answer holds only cleaned input of this request and nothing stored. */
    isFresh: boolean | undefined
  }
}

export type RequestContext = {
  req: Pick<HonoRequest, 'header' | 'method' | 'text' | 'url'>
  var: Pick<ApiEnv['Variables'], 'recalled'>
}

export type ActorContext = RequestContext & { var: { actor: Actor } }
