import { asciiDomain } from './ascii-domain.ts'
import { cleanLine } from './cleaned.ts'
import { readDomain } from './domain-name.ts'

/** RFC 5321, in bytes of the form that mail servers take. */
export const longestAddress = 254
const longestLocal = 64

/** What may stand before the @ unquoted (RFC 5321, Atom). */
const local = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/

const parts = (text: string): [string, string] => {
  const at = text.lastIndexOf('@')
  return [cleanLine(text.slice(0, Math.max(at, 0))), text.slice(at + 1)]
}

/** What somebody meant as an address, cleaned, its domain as {@link readDomain} has it; what is none is cleaned alone. */
export function cleanAddress(text: string): string {
  const [mailbox, host] = parts(text)
  const domain = readDomain(host)
  return mailbox !== '' && domain !== undefined ? `${mailbox}@${domain}` : cleanLine(text)
}

/** Quoted, and letters beyond ASCII before the @ (RFC 6531): many mail servers take neither. Everything else is no address. */
export const addressFaults = ['unquoted_address', 'ascii_mailbox', 'email'] as const

/** What keeps mail servers from taking an address that {@link cleanAddress} gave; undefined when nothing does. */
export function addressFault(address: string): (typeof addressFaults)[number] | undefined {
  const [mailbox, host] = parts(address)
  const domain = asciiDomain(host)
  if (domain === undefined) return 'email'
  if (/^".*"$/s.test(mailbox)) return 'unquoted_address'
  if (mailbox.length > longestLocal || mailbox.length + 1 + domain.length > longestAddress) return 'email'
  if (local.test(mailbox)) return undefined
  return local.test(mailbox.replaceAll(/\P{ASCII}/gu, 'a')) ? 'ascii_mailbox' : 'email'
}
