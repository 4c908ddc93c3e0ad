import type { Logger } from 'pino'
import type { Middleware } from '../portal-env.ts'

/**
 * Logs one line per request with only these fields: no path, query, header, cookie, address or body, so that no token or customer's data
 * reaches a log.
 */
export const accessLog = (log: Logger): Middleware => async (c, next) => {
  const start = performance.now()
  await next()
  const line = {
    method: c.req.method,
    route: c.get('route'),
    status: c.res.status,
    ms: Math.round((performance.now() - start) * 10) / 10,
    requestId: c.get('requestId'),
  }
  if (line.status >= 500) log.error(line, 'request')
  else log.info(line, 'request')
}
