import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Balancer = {
  url: string
  /** From now on it hands requests to these in turn. */
  spread: (portals: readonly string[]) => void
  close: () => Promise<void>
}

/** One address before several portals. Each request, which `meet` is shown, goes to the next of them: sessions do not stick. */
export async function startBalancer(meet: (request: IncomingMessage) => void): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true })
  let portals: readonly string[] = []
  let asked = 0
  const server = createServer((request, response) => {
    meet(request)
    const { hostname, port } = new URL(portals[asked++ % portals.length] ?? '')
    const { method, url: path, headers: { connection: _hop, ...headers } } = request
    const onward = ask({ agent, hostname, port, method, path, headers }, (answer) => {
      const { connection: _own, ...answered } = answer.headers
      response.writeHead(answer.statusCode ?? 502, answered)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    response.on('close', () => onward.destroy())
    request.pipe(onward)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spread: (given) => { portals = given },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      agent.destroy()
    },
  }
}
