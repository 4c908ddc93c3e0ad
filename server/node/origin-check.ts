import { isLoopback } from './loopback.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

export type OwnOrigins = {
  publicUrl: string
  /** What the process listens on. */
  host: string
  port: number
  /** Whether PUBLIC_URL was set; if not, on more than the loopback address, only the browser knows by which name it came. */
  publicUrlGiven: boolean
}

/**
 * Whether a request that changes something may come from where it comes: the portal's own pages, or a caller that is no browser and so
 * sends neither header. `Sec-Fetch-Site` cannot be set by a page; `same-site` is refused, since another port of the same host is that.
 */
export function mayChangeThings(request: Request, own: OwnOrigins): boolean {
  if (safeMethods.has(request.method)) return true
  const site = request.headers.get('Sec-Fetch-Site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const origin = request.headers.get('Origin')
  return origin === null || ownOrigins(request, own).includes(origin)
}

function ownOrigins(request: Request, { publicUrl, host, port, publicUrlGiven }: OwnOrigins): string[] {
  const given = new URL(publicUrl)
  const ports = isLoopback(given.hostname.replace(/[[\]]/g, '')) ? [String(port), given.port] : [String(port)]
  const loopback = ports.flatMap((own) => ['localhost', '127.0.0.1', '[::1]'].map((name) => new URL(`http://${name}:${own}`).origin))
  const own = [given.origin, ...loopback]
  if (publicUrlGiven || isLoopback(host)) return own
  return [...own, `http://${request.headers.get('Host') ?? ''}`]
}
