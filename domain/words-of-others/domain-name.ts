import punycode from 'punycode.js'
import { cleanLine } from './cleaned.ts'

/** Every place where this runs has it; its hosts go through UTS 46. */
declare const URL: new (text: string) => { hostname: string }

/** In characters of the ASCII form, as the name system counts. */
const longest = { domain: 253, label: 63 } as const
/** More than this is not looked into: whatever UTS 46 maps away, it is too long, or meant to look like something else. */
const longestRead = 4_096

const around = /^[\s\p{C}\p{Default_Ignorable_Code_Point}]+|(?<![\s\p{C}\p{Default_Ignorable_Code_Point}])[\s\p{C}\p{Default_Ignorable_Code_Point}]+$/gu
/** Marks that turn nothing round but come along when a name is copied; what does turn text round makes it no domain. */
const directions = /[\u061c\u200e\u200f]/g
/** ASCII that no domain has, though an address on the web may: it would be read as a path, a port or an escape. */
const foreign = /[^a-z\d.\-\u0080-\u{10ffff}]/iu
const label = /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/
const number = /^(?:\d+|0x[\da-f]*)$/

/** UTS 46 without the transitional mappings, and what DNS says of lengths and hyphens. Undefined when it can be no domain. */
function toAscii(text: string): string | undefined {
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

/** Scripts with letters that look like each other's: of more than one in a label, one stands for another. */
const alike = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u, /\p{Script=Armenian}/u, /\p{Script=Cherokee}/u]
/** A label of Cyrillic letters that all look like Latin ones. */
const disguised = /^[асԁеһіјӏорԛѕԝхуъьҽпгѵѡ\d-]+$/u
const ascii = /^[a-z\d.-]+$/

function readableLabel(part: string, isUnderAscii: boolean): string {
  if (!part.startsWith('xn--')) return part
  const readable = punycode.toUnicode(part)
  const misleads = cleanLine(readable) !== readable || alike.filter((script) => script.test(readable)).length > 1 ||
    (isUnderAscii && disguised.test(readable))
  return misleads ? part : readable
}

/**
 * A domain name in the one form that is kept, compared and shown, however it was spelled: UTS 46, lower case, each label readable unless
 * it could pass for another name; that one stays in its ASCII form. Undefined when it is no domain: a single label, an empty or too long
 * one, a bare address of a machine, a scheme or a path with it.
 */
export function readDomain(text: string): string | undefined {
  if (text.length > longestRead) return undefined
  const host = toAscii(text.replaceAll(around, '').replaceAll(directions, ''))
  if (host === undefined) return undefined
  if (!host.includes('xn--')) return host
  try {
    const labels = host.split('.')
    const isUnderAscii = ascii.test(punycode.toUnicode(labels.at(-1) ?? ''))
    // Engines let labels pass that say they are Punycode and are not; these come back as something else.
    return toAscii(punycode.toUnicode(host)) === host ? labels.map((part) => readableLabel(part, isUnderAscii)).join('.') : undefined
  } catch {
    return undefined
  }
}

/** The form for machines, of what {@link readDomain} gave. */
export const asciiDomain = (domain: string): string => toAscii(domain) ?? domain
