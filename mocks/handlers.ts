import { http } from 'msw'
import type { HttpHandler } from 'msw'

/** Where there is no API the page meets what it would meet without a network. */
export const apiHandlers = (fetch: (request: Request) => Promise<Response>): HttpHandler[] => [
  http.all('/api/*', ({ request }) => fetch(request).catch(() => Response.error())),
]
