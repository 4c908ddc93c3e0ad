import type { RoleTemplate } from '../../../../domain/gdap/schemas.ts'
import { isSystemCreated } from '../../../../domain/gdap/term/expiry.ts'

/** BR-82. */
const longest = 50
/** How many numbers are tried before the last one is left to the reader. */
const mostNumbers = 20

const letters: Record<string, string> = { ß: 'ss', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D' }

const trimmed = (text: string): string => text.replaceAll(/^[-_]+|[-_]+$/g, '')

/** What a name may hold of a text (BR-82): accents fall off, everything else becomes a dash. Empty for a text in another script. */
export const spelled = (text: string): string =>
  trimmed(
    text
      .replaceAll(/[ßæÆœŒøØłŁđĐ]/g, (letter) => letters[letter] ?? '')
      .normalize('NFKD')
      .replaceAll(/\p{M}|['’]/gu, '')
      .replaceAll(/[^A-Za-z0-9_]+/g, '-'),
  )

const cut = (name: string, most: number): string => trimmed(name.slice(0, Math.max(most, 0)))

/** Whom a name is for; `companyName` and `domain` are known of customers of the list alone. */
export type Named = { tenantId: string; companyName?: string; domain?: string }

/** A customer in a name: what it is called, else its domain, else the beginning of its tenant's id. */
export function customerPart({ tenantId, companyName = '', domain = '' }: Named): string {
  const readable = [companyName, domain.split('.')[0] ?? ''].map(spelled).find((text) => text.length > 1)
  return readable ?? `Tenant-${tenantId.slice(0, 8)}`
}

/** What a template is for in a name; the built-in ones go by the job, whatever language the page speaks. */
export const templatePart = ({ builtIn, name }: Pick<RoleTemplate, 'builtIn' | 'name'>): string => {
  const text = spelled(builtIn ?? name).replaceAll('_', '-')
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** Parts joined by a dash, the first one shortened where the whole would be too long. */
export function joinedName(first: string, rest: string): string {
  if (rest === '') return cut(first, longest)
  const end = cut(rest, longest - 2)
  return `${cut(first, longest - end.length - 1)}-${end}`
}

/** The name with a number, 1 being the name as it is. */
export function numberedName(name: string, number: number): string {
  if (number === 1) return cut(name, longest)
  const end = `-${number}`
  return `${cut(name, longest - end.length)}${end}`
}

/** A name to begin with, and the number to begin with. */
export type NameStem = { stem: string; from: number }

/** What a new request may be called: whom it is for, and what for. `customer` null: whoever approves first. */
export const stemOf = (customer: Named | null, template: string): NameStem => ({
  stem: joinedName(customer === null ? 'Open-request' : customerPart(customer), template), from: 1,
})

/** What the renewal of a relationship may be called: the same with the next number. Microsoft's own mark is not carried on (BR-76). */
export function stemOfRenewal(displayName: string): NameStem {
  const own = isSystemCreated(displayName) ? displayName.slice('MLT_'.length) : displayName
  const [, stem = own, number = '1'] = /^(.+)-(\d{1,2})$/.exec(own) ?? []
  return { stem: spelled(stem) || 'Renewal', from: Number(number) + 1 }
}

/** The first name of the row that is not taken; the last one tried when all are. */
export async function freeName({ stem, from }: NameStem, isTaken: (name: string) => Promise<boolean>): Promise<string> {
  let name = numberedName(stem, from)
  for (let number = from + 1; number < from + mostNumbers && (await isTaken(name)); number++) name = numberedName(stem, number)
  return name
}
