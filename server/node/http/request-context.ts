import { randomUUID } from 'node:crypto'
import { clientAddress } from './client-address.ts'
import type { Middleware } from '../portal-env.ts'
import type { RouteName } from './route-names.ts'

/** Characters that are safe in log lines and headers. */
const sane = /^[\w.:@+/=-]{1,128}$/

/**
 * Sets the request's id (the caller's harmless `X-Request-Id`), route and caller. The API reads the id from that header, and every response
 * carries it.
 */
export const requestContext = (routeName: RouteName, trustedProxies: number): Middleware => async (c, next) => {
  const given = c.req.header('X-Request-Id')
  const requestId = given && sane.test(given) ? given : randomUUID()
  if (requestId !== given) c.req.raw.headers.set('X-Request-Id', requestId)
  c.set('requestId', requestId)
  c.set('route', routeName(c.req.path))
  c.set('address', clientAddress(c.env.incoming?.socket.remoteAddress, c.req.header('X-Forwarded-For'), trustedProxies))
  await next()
  c.res.headers.set('X-Request-Id', requestId)
}
