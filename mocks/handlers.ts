import { http } from 'msw'
import type { HttpHandler } from 'msw'

/** Gives a tab one event stream; a new one ends the former, since a stopped service worker does not report a reader's end. */
export function withOneStream(fetch: (request: Request) => Promise<Response>) {
  let stream = new AbortController()
  return (request: Request): Promise<Response> => {
    if (new URL(request.url).pathname !== '/api/events') return fetch(request)
    stream.abort()
    stream = new AbortController()
    return fetch(new Request(request, { signal: stream.signal }))
  }
}

/** Without an API, the page sees a network failure. */
export const apiHandlers = (fetch: (request: Request) => Promise<Response>): HttpHandler[] => [
  http.all('/api/*', ({ request }) => fetch(request).catch(() => Response.error())),
]
