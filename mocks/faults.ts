import { randomUuid } from '../server/app/secrets.ts'

const faults = ['slow', 'offline', 'error'] as const
type Fault = (typeof faults)[number]

/** `?fault=slow:/api/customers` (or `offline`, `error`) spoils responses under that path until the next page load. */
export function withFault(fetch: (request: Request) => Promise<Response>, search: string) {
  const [name, path] = new URLSearchParams(search).get('fault')?.split(/:(.*)/s) ?? []
  const fault = faults.find((known) => known === name)
  if (!fault || !path) return fetch
  return async (request: Request): Promise<Response> =>
    new URL(request.url).pathname.startsWith(path) ? spoil(fault, () => fetch(request)) : fetch(request)
}

async function spoil(fault: Fault, answer: () => Promise<Response>): Promise<Response> {
  if (fault === 'offline') return Response.error()
  if (fault === 'error') {
    const problem = { type: 'about:blank', title: 'Internal error', status: 500, detail: 'A fault was asked for.', code: 'internal',
      requestId: randomUuid() }
    return new Response(JSON.stringify(problem), { status: 500, headers: { 'content-type': 'application/problem+json' } })
  }
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  return answer()
}
