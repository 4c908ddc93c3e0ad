import { hostProblem } from '../http/host-problem.ts'
import type { Middleware } from '../portal-env.ts'

/**
 * Answers 503 at once instead of queueing when `most` API requests are under way: work that nobody waits for any longer is the worst load.
 * An event stream counts until its head is sent.
 */
export function loadShedding(most: number): Middleware {
  let underWay = 0
  return async (c, next) => {
    if (underWay >= most) return hostProblem(c, { status: 503, code: 'server.overloaded', retryAfterSeconds: 1 })
    underWay += 1
    try {
      return await next()
    } finally {
      underWay -= 1
    }
  }
}
