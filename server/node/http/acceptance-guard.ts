import type { Logger } from 'pino'
import { z } from 'zod'
import type { GuessLimit } from '../load/guess-limit.ts'
import { hostProblem } from './host-problem.ts'
import type { Middleware } from '../portal-env.ts'

const Refused = z.object({ code: z.string() })

/**
 * Guards `/api/acceptance/*`: an unknown link is 404, and 429 with Retry-After for an address with too many tries. An existing link always
 * opens. Logs each try without its token, and the address of those held back.
 */
export const acceptanceGuard = (limit: GuessLimit, log: Logger): Middleware => async (c, next) => {
  await next()
  if (c.res.status !== 404 || (await codeOf(c.res)) !== 'acceptance.not_found') return
  const address = c.get('address')
  const requestId = c.get('requestId')
  const wait = limit.wrong(address)
  if (wait === 0) return log.warn({ requestId }, 'a link that does not exist was tried')
  log.warn({ requestId, address, seconds: wait }, 'too many links that do not exist were tried')
  c.res = hostProblem(c, { status: 429, code: 'request.too_many', retryAfterSeconds: wait })
}

async function codeOf(response: Response): Promise<string | undefined> {
  const body: unknown = await response.clone().json().catch(() => undefined)
  return Refused.safeParse(body).data?.code
}
