import { hostProblem } from '../http/host-problem.ts'
import type { Middleware } from '../portal-env.ts'

/**
 * Answers 503 at once when `most` API requests are running: queued work may outlive its caller. An event stream counts until its head is
 * sent.
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
