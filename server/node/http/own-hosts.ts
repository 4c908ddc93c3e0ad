import { hostname, networkInterfaces } from 'node:os'
import { isLoopback } from '../loopback.ts'

export type OwnAddress = {
  publicUrl: string
  host: string
  port: number
  publicUrlGiven: boolean
  /** Further names of the portal. */
  allowedHosts: readonly string[]
}

type Machine = { name: string; addresses: () => string[] }

const thisMachine: Machine = {
  name: hostname(),
  addresses: () => Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => address)),
}

/**
 * Tells whether a request's host name is the portal's. To a browser, a page whose name points here (DNS rebinding) has the portal's origin;
 * only the name tells. Accepts PUBLIC_URL's name, without it the machine's names if others can reach it; own callers use a loopback name or
 * HOST.
 */
export function createHostCheck({ publicUrl, host, publicUrlGiven, allowedHosts }: OwnAddress, machine = thisMachine) {
  const isReachable = !publicUrlGiven && !isLoopback(host)
  const names = new Set([publicUrl, ...[host, ...allowedHosts, ...(isReachable ? [machine.name] : [])].map(urlOf)].map(nameIn))
  return (url: string): boolean => {
    const name = nameIn(url)
    if (isLoopback(name) || names.has(name)) return true
    // Addresses change while the process runs.
    return isReachable && machine.addresses().some((address) => nameIn(urlOf(address)) === name)
  }
}

const urlOf = (name: string) => `http://${name.includes(':') ? `[${name.replace(/%.*$/, '')}]` : name}`

/** Normalises a name as a URL does, without brackets and the final dot. */
const nameIn = (url: string) => (URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '') : '')
