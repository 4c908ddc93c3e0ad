import punycode from 'punycode.js'
import { asciiDomain } from './ascii-domain.ts'
import { cleanLine } from './cleaned.ts'

/** A longer text is no domain, whatever UTS 46 would map away. */
const longestRead = 4_096

const unseen = String.raw`[\s\p{C}\p{Default_Ignorable_Code_Point}]`
const around = new RegExp(`^${unseen}+|(?<!${unseen})${unseen}+$`, 'gu')
/** Harmless direction marks that copied names carry; others make it no domain. */
const directions = /[\u061c\u200e\u200f]/g

/** Scripts with similar letters; a label that mixes them may imitate another. */
const alike = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u, /\p{Script=Armenian}/u, /\p{Script=Cherokee}/u]
/** A label of Cyrillic letters that all look Latin. */
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
 * Returns the one form in which a domain is kept, compared and shown: UTS 46, lower case, each label readable unless it could pass for
 * another name, which stays in ASCII form. Undefined for a single label, an empty or too long one, an IP address, or text with a scheme or
 * path.
 */
export function readDomain(text: string): string | undefined {
  if (text.length > longestRead) return undefined
  const host = asciiDomain(text.replaceAll(around, '').replaceAll(directions, ''))
  if (host === undefined) return undefined
  if (!host.includes('xn--')) return host
  try {
    const labels = host.split('.')
    const isUnderAscii = ascii.test(punycode.toUnicode(labels.at(-1) ?? ''))
    // Some engines accept invalid Punycode labels, which do not survive the round trip.
    return asciiDomain(punycode.toUnicode(host)) === host ? labels.map((part) => readableLabel(part, isUnderAscii)).join('.') : undefined
  } catch {
    return undefined
  }
}

/** Shows a stored domain, which may predate the one form; leaves anything else unchanged. */
export const shownDomain = (kept: string): string => readDomain(kept) ?? kept
