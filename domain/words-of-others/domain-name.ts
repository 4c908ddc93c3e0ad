import punycode from 'punycode.js'
import { asciiDomain } from './ascii-domain.ts'
import { cleanLine } from './cleaned.ts'

/** More than this is not looked into: whatever UTS 46 maps away, it is too long, or meant to look like something else. */
const longestRead = 4_096

const around = /^[\s\p{C}\p{Default_Ignorable_Code_Point}]+|(?<![\s\p{C}\p{Default_Ignorable_Code_Point}])[\s\p{C}\p{Default_Ignorable_Code_Point}]+$/gu
/** Marks that turn nothing round but come along when a name is copied; what does turn text round makes it no domain. */
const directions = /[\u061c\u200e\u200f]/g

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
  const host = asciiDomain(text.replaceAll(around, '').replaceAll(directions, ''))
  if (host === undefined) return undefined
  if (!host.includes('xn--')) return host
  try {
    const labels = host.split('.')
    const isUnderAscii = ascii.test(punycode.toUnicode(labels.at(-1) ?? ''))
    // Engines let labels pass that say they are Punycode and are not; these come back as something else.
    return asciiDomain(punycode.toUnicode(host)) === host ? labels.map((part) => readableLabel(part, isUnderAscii)).join('.') : undefined
  } catch {
    return undefined
  }
}
