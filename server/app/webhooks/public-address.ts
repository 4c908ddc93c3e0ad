import ipaddr from 'ipaddr.js'

/** Of IPv6, what is handed out: 2000::/3. */
const handedOut = ipaddr.IPv6.parseCIDR('2000::/3')

/** Whether an address ends in an IPv4 one of a local network (ISATAP). */
const isIsatap = ({ parts }: ipaddr.IPv6): boolean => parts[5] === 0x5efe && (parts[4] === 0 || parts[4] === 0x200)

/**
 * Whether an IP address, in any form that one is written in, is one of the open net. Addresses that stand for another one inside (mapped,
 * translated, tunnelled) are none, whatever that is.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  return address instanceof ipaddr.IPv4 || (address.match(handedOut) && !isIsatap(address))
}

/** The IP address that a URL names in place of a host; undefined for a name. */
export function addressIn(url: string): string | undefined {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(host) ? host : undefined
}

/** Whether the URL itself says that it leads into no open net. Names are looked up when something is sent. */
export function isPrivateUrl(url: string): boolean {
  const address = addressIn(url)
  return address === undefined ? /(^|\.)localhost\.?$/.test(new URL(url).hostname) : !isPublicAddress(address)
}
