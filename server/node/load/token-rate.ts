import { createHash } from 'node:crypto'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { bearerIn } from '../../app/http/bearer.ts'
import { hostProblem } from '../http/host-problem.ts'
import type { Middleware } from '../portal-env.ts'

export type TokenRate = { requests: number; seconds: number }

/** Ten a second go on for ever; a program that lists 100,000 customers by pages of 200 takes a minute. */
const usual: TokenRate = { requests: 600, seconds: 60 }

/**
 * Counts the requests of each access token in this process and says in `RateLimit` how many are left
 * (draft-ietf-httpapi-ratelimit-headers); 429 beyond. Remembers a token by its hash, until its time is over, and none that the API does not
 * know, so that nobody fills the memory with inventions.
 */
export function tokenRate({ requests, seconds }: TokenRate = usual): Middleware {
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds })
  const policy = `"token";q=${requests};w=${seconds}`
  return async (c, next) => {
    const token = bearerIn(c.req.header('Authorization'))
    if (token === undefined) return next()
    const key = createHash('sha256').update(token).digest('base64')
    const { isOver, left, wait } = await limiter.consume(key).then(stateOf, (state: unknown) => stateOf(state as RateLimiterRes, true))
    if (!isOver) await next()
    else c.res = hostProblem(c, { status: 429, code: 'token.too_many_requests', params: { limit: requests }, retryAfterSeconds: wait })
    if (c.res.status === 401) return void (await limiter.delete(key))
    c.res.headers.set('RateLimit-Policy', policy)
    c.res.headers.set('RateLimit', `"token";r=${left};t=${wait}`)
  }
}

const stateOf = ({ remainingPoints, msBeforeNext }: RateLimiterRes, isOver = false) => ({
  isOver, left: remainingPoints, wait: Math.max(1, Math.ceil(msBeforeNext / 1000)),
})
