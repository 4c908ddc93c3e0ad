import { bearerIn } from '../../app/http/bearer.ts'
import { isLoopback } from '../loopback.ts'
import type { OwnAddress } from './own-hosts.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Tells whether a writing request may come from its origin: the portal's pages, or a caller without both headers, which is no browser. With
 * an access token no cookie counts, so that no page can use another's session by it.
 * Pages cannot set `Sec-Fetch-Site`; `same-site` is refused, since another port of the host is that. The request's host is already checked.
 */
export function mayChangeThings(request: Request, own: OwnAddress): boolean {
  if (safeMethods.has(request.method) || bearerIn(request.headers.get('Authorization') ?? undefined) !== undefined) return true
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
