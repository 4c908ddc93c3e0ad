import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { longestArrival } from '../load/body-arrival.ts'

type Fetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>

export type HttpServer = {
  /** The port taken. */
  readonly port: number
  /** Sets the handler; until then everything but `/healthz` is 503. */
  answerWith(fetch: Fetch): void
  /** Takes no more requests, ends event streams, waits up to `grace` milliseconds for open requests, then cuts them off. */
  stop(grace: number): Promise<void>
}

/** Milliseconds. Limits the head of a request; `body-arrival.ts` is stricter about bodies. */
const usualLimits = {
  headersTimeout: 10_000,
  requestTimeout: longestArrival + 10_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 5_000,
}

/** Thrown when the address cannot be listened on; the message says why and what to do. */
export class CannotListen extends Error {}

/** Listens before there is a handler, so that a taken port shows before a store opens. */
export async function listenOn(host: string, port: number, limits = usualLimits): Promise<HttpServer> {
  const open = new Set<ServerResponse>()
  const streams = new WeakSet<ServerResponse>()
  let fetch: Fetch = starting
  const listener = getRequestListener(async (request, bindings) => {
    const response = await fetch(request, bindings as HttpBindings)
    if (response.headers.get('Content-Type')?.startsWith('text/event-stream')) streams.add((bindings as HttpBindings).outgoing)
    return response
  })
  const server = createServer(limits, (incoming, outgoing) => {
    open.add(outgoing)
    outgoing.once('close', () => open.delete(outgoing))
    if (!server.listening) outgoing.setHeader('Connection', 'close')
    void listener(incoming, outgoing)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new CannotListen(whyNot(error, host, port))))
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    answerWith(next) {
      fetch = next
    },
    async stop(grace) {
      const closed = new Promise((resolve) => { server.close(resolve) })
      for (const outgoing of open) {
        if (streams.has(outgoing)) outgoing.end()
        else if (!outgoing.headersSent) outgoing.setHeader('Connection', 'close')
      }
      const sweep = setInterval(() => server.closeIdleConnections(), 50)
      const cutOff = setTimeout(() => server.closeAllConnections(), grace)
      await closed
      clearInterval(sweep)
      clearTimeout(cutOff)
    },
  }
}

const starting: Fetch = (request) =>
  new URL(request.url).pathname === '/healthz'
    ? Response.json({ status: 'alive' })
    : new Response('Tessera is starting', { status: 503, headers: { 'Retry-After': '2', 'Cache-Control': 'no-store' } })

function whyNot({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} of ${host} is taken by another process. Stop it, or set PORT to another port (0 takes a free one).`
  if (code === 'EACCES') return `This user may not listen on port ${port}. Set PORT to one above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST ${host} is no address of this machine.`
  return `Cannot listen on ${host}, port ${port}: ${message}`
}
