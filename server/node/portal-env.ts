import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'

/** What the host knows of a request before the API sees it. `incoming` is absent when a test calls `fetch` itself. */
export type PortalEnv = {
  Bindings: Partial<HttpBindings>
  Variables: {
    requestId: string
    /** The route's name, never the path: see route-names.ts. */
    route: string
    /** Whom limits count against. */
    address: string
  }
}

export type Middleware = MiddlewareHandler<PortalEnv>
