import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address, in any form that one is written in, is one of the open net. Addresses that stand for another one inside (mapped,
 * translated, tunnelled) are none, whatever that is.
 */
export const isPublicAddress = (address: string): boolean => ipaddr.isValid(address) && ipaddr.parse(address).range() === 'unicast'

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
