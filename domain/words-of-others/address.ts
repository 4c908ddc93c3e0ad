import { asciiDomain } from './ascii-domain.ts'
import { cleanLine } from './cleaned.ts'
import { readDomain } from './domain-name.ts'

/** RFC 5321, in bytes as mail servers count. */
export const longestAddress = 254
const longestLocal = 64

/** The unquoted part before the @ (RFC 5321, Atom). */
const local = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/

const parts = (text: string): [string, string] => {
  const at = text.lastIndexOf('@')
  return [cleanLine(text.slice(0, Math.max(at, 0))), text.slice(at + 1)]
}

/** Cleans a text, and its domain with {@link readDomain} if it is an address. */
export function cleanAddress(text: string): string {
  const [mailbox, host] = parts(text)
  const domain = readDomain(host)
  return mailbox !== '' && domain !== undefined ? `${mailbox}@${domain}` : cleanLine(text)
}

/** Quoted and non-ASCII (RFC 6531) local parts are addresses that many mail servers refuse. */
export const addressFaults = ['unquoted_address', 'ascii_mailbox', 'email'] as const

/** Says why mail servers refuse an address of {@link cleanAddress}; undefined when they accept it. */
export function addressFault(address: string): (typeof addressFaults)[number] | undefined {
  const [mailbox, host] = parts(address)
  const domain = asciiDomain(host)
  if (domain === undefined) return 'email'
  if (/^".*"$/s.test(mailbox)) return 'unquoted_address'
  if (mailbox.length > longestLocal || mailbox.length + 1 + domain.length > longestAddress) return 'email'
  if (local.test(mailbox)) return undefined
  return local.test(mailbox.replaceAll(/\P{ASCII}/gu, 'a')) ? 'ascii_mailbox' : 'email'
}
