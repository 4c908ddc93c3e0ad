import { isIPv4, isIPv6 } from 'node:net'

/**
 * Whom a limit counts against. Each of our own proxies appends the address that it saw to X-Forwarded-For, so with `trustedProxies` of them
 * the caller is that many entries from the end; everything further left was written by the caller and is not believed.
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | undefined, trustedProxies: number): string {
  const path = [...(forwardedFor ?? '').split(',').map((entry) => entry.trim()).filter(Boolean), peer ?? '']
  const claimed = path[Math.max(0, path.length - 1 - trustedProxies)] ?? ''
  const address = withoutPort(claimed)
  return isIPv4(address) || isIPv6(address) ? networkOf(address) : (peer ?? 'unknown')
}

function withoutPort(entry: string): string {
  const bracketed = /^\[(.+)\](?::\d+)?$/.exec(entry)
  if (bracketed) return bracketed[1] ?? ''
  return /^[\d.]+:\d+$/.test(entry) ? entry.slice(0, entry.indexOf(':')) : entry
}

/** One IPv6 customer has at least a /64 to draw addresses from, so that counts as one; an IPv4 address in IPv6 clothes is that address. */
function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)
  if (mapped) return mapped[1] ?? address
  if (isIPv4(address)) return address
  const [head = '', tail = ''] = address.replace(/%.*$/, '').split('::')
  const front = head.split(':').filter(Boolean)
  const back = tail.split(':').filter(Boolean)
  const gap = address.includes('::') ? Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0') : []
  return `${[...front, ...gap, ...back].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
