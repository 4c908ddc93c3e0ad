import { type KeptLogo, shownLogo } from './logo.ts'
import type { Organization, Standing } from './schemas.ts'

/** A text in the characters that it can be taken for, by Unicode's tables. */
export type Look = (text: string) => string

/** Marks above and through letters; those of other scripts make words of their own. */
const marks = /[\u0300-\u036f]/g
/** Tables take a dash or a stop for a letter of some script; spelt out, signs are letters of their own. */
const signs = /[\p{P}™℠]/gu
const notWritten = /[^\p{L}\p{N}\p{M}]/gu

const bare = (text: string) => text.normalize('NFKD').replace(marks, '')

/** Looks at both cases, since the tables know each letter as it is written. I, l and 1 are one letter to a reader. */
const seen = (text: string, look: Look) => bare(look(bare(look(bare(text.replace(signs, ' ')))).toLowerCase())).replaceAll('i', 'l')

const together = (text: string) => text.replace(notWritten, '').normalize('NFC')

/** What a name looks like: as it is written, and in capitals, among which more letters are alike. The first is what is kept of it. */
export const looksOf = (name: string, look: Look): string[] =>
  [...new Set([name, name.toUpperCase()].map((text) => together(seen(text, look))))].filter((each) => each !== '')

/** Whether a name has Microsoft's in it, within a word or over several: letters alone can be spread with spaces and points. */
export function looksLikeMicrosoft(name: string, look: Look): boolean {
  const sought = seen('Microsoft', look)
  return [name, name.toUpperCase()].some((text) => {
    const words = seen(text, look).match(/[a-z\d]+/g) ?? []
    return words.some((word, from) => {
      if (word.includes(sought)) return true
      let spread = word
      for (let next = from + 1; next < words.length && sought.startsWith(spread) && spread !== sought; next++) spread += words[next]
      return spread === sought
    })
  })
}

/** An organisation as far as it can be mistaken for another one. Ids are in the order in which they were made. */
export type Named = Pick<Organization, 'id' | 'kind' | 'cloud'> & { hasProof: boolean }

/**
 * Whether a name that looks like another partner's is the one to be warned of: a proven domain decides, else who came first. Customers make
 * themselves, and a cloud has its own partners, so neither can put anybody in the wrong.
 */
export function imitates(own: Named, other: Named): boolean {
  if (other.id === own.id || other.kind === 'customer' || other.cloud !== own.cloud) return false
  return other.hasProof === own.hasProof ? other.id < own.id : other.hasProof
}

/** Microsoft's own domain, which only Microsoft can prove. */
const microsoft = 'microsoft.com'

export type Known = {
  own: Named
  displayName: string
  domains: string[]
  hasSignedIn: boolean
  alike: readonly Named[]
  logo: KeptLogo | null
}

/** What the portal can vouch for, and whom the name can be mistaken for: then no logo makes it more alike. */
export function standingOf({ own, displayName, domains, hasSignedIn, alike, logo }: Known, look: Look): Standing {
  const isOther = !domains.includes(microsoft) && looksLikeMicrosoft(displayName, look)
  const mistakenFor = isOther ? 'microsoft' : alike.some((other) => imitates(own, other)) ? 'other' : null
  return { domains, hasSignedIn, imitates: mistakenFor, logo: logo && !mistakenFor ? shownLogo(own.id, logo) : null }
}
