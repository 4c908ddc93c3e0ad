import { hostname, networkInterfaces } from 'node:os'
import { isLoopback } from '../loopback.ts'

export type OwnAddress = {
  publicUrl: string
  /** What the process listens on. */
  host: string
  port: number
  /** Whether PUBLIC_URL was set. */
  publicUrlGiven: boolean
  /** Further names that the portal may be opened under. */
  allowedHosts: readonly string[]
}

/** What this machine is called. */
type Machine = { name: string; addresses: () => string[] }

const thisMachine: Machine = {
  name: hostname(),
  addresses: () => Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => address)),
}

/**
 * Whether a name that a request was sent to is the portal's. A page that has its own name made to point here (DNS rebinding) is of the
 * same origin as the portal for a browser; only the name tells the two apart. With PUBLIC_URL that is the name, without it on more than
 * the loopback address the machine has some; this machine's own callers come by a loopback name or by HOST.
 */
export function createHostCheck({ publicUrl, host, publicUrlGiven, allowedHosts }: OwnAddress, machine = thisMachine) {
  const isReachable = !publicUrlGiven && !isLoopback(host)
  const names = new Set([publicUrl, ...[host, ...allowedHosts, ...(isReachable ? [machine.name] : [])].map(urlOf)].map(nameIn))
  return (url: string): boolean => {
    const name = nameIn(url)
    if (isLoopback(name) || names.has(name)) return true
    // Addresses come and go while the process runs.
    return isReachable && machine.addresses().some((address) => nameIn(urlOf(address)) === name)
  }
}

const urlOf = (name: string) => `http://${name.includes(':') ? `[${name.replace(/%.*$/, '')}]` : name}`

/** As a URL has it: in small letters, addresses in one way of writing; without brackets and the dot that ends a full name. */
const nameIn = (url: string) => (URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '') : '')
