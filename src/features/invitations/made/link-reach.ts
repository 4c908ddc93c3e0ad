const isThisMachine = (hostname: string): boolean => /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/.test(hostname)

/**
 * Where a link begins that only the portal's own machine can open, for a reader that came by another name; undefined otherwise. What links
 * begin with is a setting (PUBLIC_URL), never the name that somebody came by, which a request can make up.
 */
export function hereOnly(link: string, readerCameBy: string): string | undefined {
  if (!URL.canParse(link)) return undefined
  const { hostname, origin } = new URL(link)
  return isThisMachine(hostname) && !isThisMachine(readerCameBy) ? origin : undefined
}
