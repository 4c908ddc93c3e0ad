import { Resolver } from 'node:dns/promises'
import { isIPv6, type LookupFunction } from 'node:net'
import { addressIn, isPublicAddress } from '../../app/webhooks/public-address.ts'

/** Every address of a name; none where there is none or DNS does not tell. */
export type Resolve = (hostname: string) => Promise<readonly string[]>

/** Thrown when a URL leads, or may lead, into no open net. */
export class NotAllowed extends Error {}

/** Asks the machine's resolvers, which takes no thread from the process however slow a name's own server is. */
const resolveName: Resolve = async (hostname) => {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 })
  const found = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)])
  return found.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
}

/**
 * Looks a URL's host up once and returns what to connect with: a `lookup` that answers with these very addresses, so that a name whose
 * answer changes meanwhile (DNS rebinding) leads nowhere else. One address that is not public among several is enough to refuse.
 */
export async function checkedLookup(url: string, isAnywhere: boolean, resolve = resolveName): Promise<LookupFunction> {
  // Whoever connects asks for no lookup of an address, so it is checked here.
  const literal = addressIn(url)
  const found = literal === undefined ? await resolve(new URL(url).hostname) : [literal]
  const [first, ...others] = found.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
  if (!first) throw new Error('The name has no address')
  if (!isAnywhere && !found.every(isPublicAddress)) throw new NotAllowed('An address is not public')
  return (_hostname, { all }, callback) => {
    if (all) callback(null, [first, ...others])
    else callback(null, first.address, first.family)
  }
}
