import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'

/** The host's facts about a request. `incoming` is absent when a test calls `fetch` itself. */
export type PortalEnv = {
  Bindings: Partial<HttpBindings>
  Variables: {
    requestId: string
    /** The route's name, never the path: see route-names.ts. */
    route: string
    /** The address that limits count. */
    address: string
  }
}

export type Middleware = MiddlewareHandler<PortalEnv>
