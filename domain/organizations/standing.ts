import { imitatesMicrosoft } from './like-microsoft.ts'
import { type KeptLogo, shownLogo } from './logo.ts'
import type { Look } from './looks.ts'
import type { Organization, Standing } from './schemas.ts'

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
  const isOther = imitatesMicrosoft(displayName, domains, look)
  const mistakenFor = isOther ? 'microsoft' : alike.some((other) => imitates(own, other)) ? 'other' : null
  return { domains, hasSignedIn, imitates: mistakenFor, logo: logo && !mistakenFor ? shownLogo(own.id, logo) : null }
}
