/** Every host has it and applies UTS 46. */
declare const URL: new (text: string) => { hostname: string }

/** In ASCII characters, as DNS counts. */
const longest = { domain: 253, label: 63 } as const
/** ASCII that no domain has; a URL would take it for a path, a port or an escape. */
const foreign = /[^a-z\d.\-\u0080-\u{10ffff}]/iu
const label = /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/
const number = /^(?:\d+|0x[\da-f]*)$/

/** Returns a domain's ASCII form, by UTS 46 (nontransitional) and DNS limits. Undefined when it is none. */
export function asciiDomain(text: string): string | undefined {
  if (foreign.test(text)) return undefined
  let host: string
  try {
    host = new URL(`http://${text}`).hostname.replace(/\.$/, '')
  } catch {
    return undefined
  }
  const labels = host.split('.')
  const fits = labels.length > 1 && host.length <= longest.domain &&
    labels.every((part) => part.length <= longest.label && label.test(part)) && !number.test(labels.at(-1) ?? '')
  return fits ? host : undefined
}

/** Returns an address with an ASCII domain; leaves one without a domain unchanged. */
export function asciiAddress(address: string): string {
  const at = address.lastIndexOf('@') + 1
  return address.slice(0, at) + (asciiDomain(address.slice(at)) ?? address.slice(at))
}
