import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * Returns the address that limits count. Each own proxy appends the address it saw to X-Forwarded-For, so with `trustedProxies` of them the
 * caller is that many entries from the end; earlier entries are not trusted.
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | undefined, trustedProxies: number): string {
  const path = [...(forwardedFor ?? '').split(',').map((entry) => entry.trim()).filter(Boolean), peer ?? '']
  const claimed = path[Math.max(0, path.length - 1 - trustedProxies)] ?? ''
  const address = withoutPort(claimed)
  return isIP(address) ? networkOf(address) : (peer ?? 'unknown')
}

function withoutPort(entry: string): string {
  const bracketed = /^\[(.+)\](?::\d+)?$/.exec(entry)
  if (bracketed) return bracketed[1] ?? ''
  return /^[\d.]+:\d+$/.test(entry) ? entry.slice(0, entry.indexOf(':')) : entry
}

/** An IPv6 customer has at least a /64, which counts as one; an IPv4-mapped address counts as IPv4. */
function networkOf(address: string): string {
  const known = ipaddr.process(address.replace(/%.*$/, ''))
  if (known instanceof ipaddr.IPv4) return known.toString()
  return `${known.parts.slice(0, 4).map((group) => group.toString(16)).join(':')}::/64`
}
