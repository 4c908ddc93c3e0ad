import { http } from 'msw'
import type { HttpHandler } from 'msw'

/**
 * A tab has one event stream, so a new one ends the one before it: a service worker that the browser had stopped does not tell that nobody
 * reads what it was handing over.
 */
export function withOneStream(fetch: (request: Request) => Promise<Response>) {
  let stream = new AbortController()
  return (request: Request): Promise<Response> => {
    if (new URL(request.url).pathname !== '/api/events') return fetch(request)
    stream.abort()
    stream = new AbortController()
    return fetch(new Request(request, { signal: stream.signal }))
  }
}

/** Where there is no API the page meets what it would meet without a network. */
export const apiHandlers = (fetch: (request: Request) => Promise<Response>): HttpHandler[] => [
  http.all('/api/*', ({ request }) => fetch(request).catch(() => Response.error())),
]
