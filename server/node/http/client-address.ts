import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * Whom a limit counts against. Each of our own proxies appends the address that it saw to X-Forwarded-For, so with `trustedProxies` of them
 * the caller is that many entries from the end; everything further left was written by the caller and is not believed.
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

/** One IPv6 customer has at least a /64 to draw addresses from, so that counts as one; an IPv4 address in IPv6 clothes is that address. */
function networkOf(address: string): string {
  const known = ipaddr.process(address.replace(/%.*$/, ''))
  if (known instanceof ipaddr.IPv4) return known.toString()
  return `${known.parts.slice(0, 4).map((group) => group.toString(16)).join(':')}::/64`
}
