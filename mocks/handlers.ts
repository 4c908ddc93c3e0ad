import { http } from 'msw'
import type { HttpHandler } from 'msw'

export const apiHandlers = (fetch: (request: Request) => Promise<Response>): HttpHandler[] => [
  http.all('/api/*', ({ request }) => fetch(request)),
]
