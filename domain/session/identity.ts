import { cleanLine } from '../words-of-others/cleaned.ts'
import { addressFault, cleanAddress, longestAddress } from '../words-of-others/address.ts'
import { readDomain } from '../words-of-others/domain-name.ts'
import type { Locale } from './locales.ts'
import { matchLocale } from './match-locale.ts'
import type { IdentityClaims } from './schemas.ts'

const longestName = 200
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A person as an identity provider knows them. */
export type Identity = {
  tenantId: string
  /** `oid`, the same for every application, else `sub`. Never an address, which may be given to another person. */
  subject: string
  displayName: string
  /** The account's name, as the person knows it. */
  account: string
  /** Empty without a mailbox. */
  email: string
  locale: Locale | undefined
  /** ISO 3166-1 alpha-2 of the directory (`tenant_ctry`); undefined when it is not sent. */
  country: string | undefined
  /** The directory's proven domain, else that of the account; undefined without either. */
  domain: string | undefined
  /** Directory roles (template ids), and the values of app roles and groups. */
  held: { directoryRoles: readonly string[]; claims: readonly string[] }
  /** Whether the provider left the groups out, as Entra ID does with more than 200. */
  lacksGroups: boolean
}

/** The claims' tenant, lower case; undefined without one. */
export const tenantIn = ({ tid }: Pick<IdentityClaims, 'tid'>): string | undefined =>
  uuid.exec(tid ?? '')?.[0].toLowerCase()

/** Reads a person of this tenant from checked claims. */
export function identityIn(claims: IdentityClaims, tenantId: string): Identity {
  const account = short(claims.preferred_username ?? claims.email ?? claims.sub)
  const email = cleanAddress(claims.email ?? claims.preferred_username ?? '')
  return {
    tenantId,
    subject: claims.oid ?? claims.sub,
    displayName: short(claims.name ?? '') || account,
    account,
    email: email.length <= longestAddress && email !== '' && addressFault(email) === undefined ? email : '',
    locale: matchLocale([claims.xms_pl ?? '', claims.locale ?? '']),
    country: /^[A-Za-z]{2}$/.test(claims.tenant_ctry ?? '') ? claims.tenant_ctry?.toUpperCase() : undefined,
    domain: readDomain(claims.verified_primary_domain[0] ?? account.split('@')[1] ?? ''),
    // A group goes by its object id: a name could be given to any group, also that of an app role.
    held: { directoryRoles: claims.wids, claims: [...claims.roles, ...claims.groups.filter((group) => uuid.test(group))] },
    lacksGroups: claims['_claim_names']?.['groups'] !== undefined,
  }
}

const short = (text: string): string => cleanLine(text.slice(0, longestName))
