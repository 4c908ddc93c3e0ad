const isThisMachine = (hostname: string): boolean => /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/.test(hostname)

/**
 * Returns a link's origin that only the portal's own machine can open, for a reader who came by another name. Links begin with PUBLIC_URL,
 * never with a request's host name, which can be forged.
 */
export function hereOnly(link: string, readerCameBy: string): string | undefined {
  if (!URL.canParse(link)) return undefined
  const { hostname, origin } = new URL(link)
  return isThisMachine(hostname) && !isThisMachine(readerCameBy) ? origin : undefined
}
