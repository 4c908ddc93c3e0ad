import { z } from 'zod'
import type { GuessLimit } from './guess-limit.ts'
import { hostProblem } from './host-problem.ts'
import type { Middleware } from './portal-env.ts'

const Refused = z.object({ code: z.string() })

/** Stands before `/api/acceptance/*`: 429 with Retry-After for who has tried too many links that do not exist. */
export const acceptanceGuard = (limit: GuessLimit): Middleware => async (c, next) => {
  const address = c.get('address')
  const wait = limit.waitFor(address)
  if (wait > 0) return hostProblem(c, { status: 429, code: 'request.too_many', retryAfterSeconds: wait })
  await next()
  if (c.res.ok) limit.right(address)
  else if (c.res.status === 404 && (await codeOf(c.res)) === 'acceptance.not_found') limit.wrong(address)
  return undefined
}

async function codeOf(response: Response): Promise<string | undefined> {
  const body: unknown = await response.clone().json().catch(() => undefined)
  return Refused.safeParse(body).data?.code
}
