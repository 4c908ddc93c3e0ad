/** Tells whether only this machine can reach what listens on `host`. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

type Reach = { host: string; publicUrl: string | undefined; allowedHosts: readonly string[]; trustedProxies: number }

/**
 * Tells whether only this machine can reach the portal: it listens on a loopback address, and no setting implies a proxy or another name.
 */
export const isForThisMachine = ({ host, publicUrl, allowedHosts, trustedProxies }: Reach): boolean =>
  trustedProxies === 0 && [host, ...allowedHosts, ...(publicUrl === undefined ? [] : [nameOf(publicUrl)])].every(isLoopback)

const nameOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '')
