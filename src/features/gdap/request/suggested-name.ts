import type { RoleTemplate } from '../../../../domain/gdap/schemas.ts'
import { isSystemCreated } from '../../../../domain/gdap/term/expiry.ts'

/** BR-82. */
const longest = 50
/** After this many tries the person must choose. */
const mostNumbers = 20

const letters: Record<string, string> = { ß: 'ss', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D' }

const trimmed = (text: string): string => text.replaceAll(/^[-_]+|[-_]+$/g, '')

/** Reduces a text to a name's characters (BR-82): strips accents and dashes the rest. Empty for other scripts. */
export const spelled = (text: string): string =>
  trimmed(
    text
      .replaceAll(/[ßæÆœŒøØłŁđĐ]/g, (letter) => letters[letter] ?? '')
      .normalize('NFKD')
      .replaceAll(/\p{M}|['’]/gu, '')
      .replaceAll(/[^A-Za-z0-9_]+/g, '-'),
  )

const cut = (name: string, most: number): string => trimmed(name.slice(0, Math.max(most, 0)))

/** The named customer; name and domain are known only from the list. */
export type Named = { tenantId: string; companyName?: string; domain?: string }

/** The customer's part of a name: its name, else its domain, else the start of its tenant id. */
export function customerPart({ tenantId, companyName = '', domain = '' }: Named): string {
  const readable = [companyName, domain.split('.')[0] ?? ''].map(spelled).find((text) => text.length > 1)
  return readable ?? `Tenant-${tenantId.slice(0, 8)}`
}

/** A template's part of a name; built-in ones use the job, in any language. */
export const templatePart = ({ builtIn, name }: Pick<RoleTemplate, 'builtIn' | 'name'>): string => {
  const text = spelled(builtIn ?? name).replaceAll('_', '-')
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** Joins parts with a dash and shortens the first to fit. */
export function joinedName(first: string, rest: string): string {
  if (rest === '') return cut(first, longest)
  const end = cut(rest, longest - 2)
  return `${cut(first, longest - end.length - 1)}-${end}`
}

/** Adds a number to a name; 1 adds none. */
export function numberedName(name: string, number: number): string {
  if (number === 1) return cut(name, longest)
  const end = `-${number}`
  return `${cut(name, longest - end.length)}${end}`
}

/** A name's stem and its first number. */
export type NameStem = { stem: string; from: number }

/** Suggests a stem from customer and template; null: whoever approves first. */
export const stemOf = (customer: Named | null, template: string): NameStem => ({
  stem: joinedName(customer === null ? 'Open-request' : customerPart(customer), template), from: 1,
})

/** Suggests a renewal's stem: the name with the next number, without Microsoft's mark (BR-76). */
export function stemOfRenewal(displayName: string): NameStem {
  const own = isSystemCreated(displayName) ? displayName.slice('MLT_'.length) : displayName
  const [, stem = own, number = '1'] = /^(.+)-(\d{1,2})$/.exec(own) ?? []
  return { stem: spelled(stem) || 'Renewal', from: Number(number) + 1 }
}

/** Returns the first free name, else the last one tried. */
export async function freeName({ stem, from }: NameStem, isTaken: (name: string) => Promise<boolean>): Promise<string> {
  let name = numberedName(stem, from)
  for (let number = from + 1; number < from + mostNumbers && (await isTaken(name)); number++) name = numberedName(stem, number)
  return name
}
