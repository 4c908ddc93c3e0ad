import { isLoopback } from '../loopback.ts'
import type { OwnAddress } from './own-hosts.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request that changes something may come from where it comes: the portal's own pages, or a caller that is no browser and so
 * sends neither header. `Sec-Fetch-Site` cannot be set by a page; `same-site` is refused, since another port of the same host is that.
 * Whether the host that it was sent to is the portal's is known already.
 */
export function mayChangeThings(request: Request, own: OwnAddress): boolean {
  if (safeMethods.has(request.method)) return true
  const site = request.headers.get('Sec-Fetch-Site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const origin = request.headers.get('Origin')
  return origin === null || ownOrigins(request, own).includes(origin)
}

function ownOrigins(request: Request, { publicUrl, host, port, publicUrlGiven, allowedHosts }: OwnAddress): string[] {
  const given = new URL(publicUrl)
  const ports = isLoopback(given.hostname.replace(/[[\]]/g, '')) ? [String(port), given.port] : [String(port)]
  const loopback = ports.flatMap((own) => ['localhost', '127.0.0.1', '[::1]'].map((name) => new URL(`http://${name}:${own}`).origin))
  const own = [given.origin, ...loopback]
  if (allowedHosts.length === 0 && (publicUrlGiven || isLoopback(host))) return own
  return [...own, `http://${request.headers.get('Host') ?? ''}`]
}
