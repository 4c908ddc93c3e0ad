/** Every place where this runs has it; its hosts go through UTS 46. */
declare const URL: new (text: string) => { hostname: string }

/** In characters of the ASCII form, as the name system counts. */
const longest = { domain: 253, label: 63 } as const
/** ASCII that no domain has, though an address on the web may: it would be read as a path, a port or an escape. */
const foreign = /[^a-z\d.\-\u0080-\u{10ffff}]/iu
const label = /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/
const number = /^(?:\d+|0x[\da-f]*)$/

/** A domain in the form for machines, by UTS 46 without the transitional mappings and what DNS says of lengths and hyphens, else undefined. */
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

/** An address as every mail server takes it; one whose domain is none stays as it is. */
export function asciiAddress(address: string): string {
  const at = address.lastIndexOf('@') + 1
  return address.slice(0, at) + (asciiDomain(address.slice(at)) ?? address.slice(at))
}
