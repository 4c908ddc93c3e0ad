import type { Logger } from 'pino'
import { z } from 'zod'
import type { GuessLimit } from './guess-limit.ts'
import { hostProblem } from './host-problem.ts'
import type { Middleware } from './portal-env.ts'

const Refused = z.object({ code: z.string() })

/**
 * Stands before `/api/acceptance/*`: 429 with Retry-After for who has tried too many links that do not exist. Each try is logged, without
 * what was tried; the address of who is held back as well, so that somebody can act on it.
 */
export const acceptanceGuard = (limit: GuessLimit, log: Logger): Middleware => async (c, next) => {
  const address = c.get('address')
  const requestId = c.get('requestId')
  const wait = limit.waitFor(address)
  if (wait > 0) log.warn({ requestId, address, seconds: wait }, 'too many links that do not exist were tried')
  if (wait > 0) return hostProblem(c, { status: 429, code: 'request.too_many', retryAfterSeconds: wait })
  await next()
  if (c.res.ok) limit.right(address)
  else if (c.res.status === 404 && (await codeOf(c.res)) === 'acceptance.not_found') {
    limit.wrong(address)
    log.warn({ requestId }, 'a link that does not exist was tried')
  }
  return undefined
}

async function codeOf(response: Response): Promise<string | undefined> {
  const body: unknown = await response.clone().json().catch(() => undefined)
  return Refused.safeParse(body).data?.code
}
