import type { CloudPolicy } from '../clouds/schemas.ts'
import type { Organization, OrganizationDraft } from './schemas.ts'

/** What speaks against an organisation as it is described, and the field to change. */
export type RegistrationFault =
  | { field: 'kind'; why: 'no_providers_in_cloud' }
  | { field: 'partnerId'; why: 'customers_have_none' }
  | { field: 'country'; why: 'no_country' }

/** BR-24: providers are where they may invite. A PartnerID is a partner's (BR-54a), and the country decides the market (BR-39). */
export function registrationFaults(draft: OrganizationDraft, policy: CloudPolicy): RegistrationFault[] {
  const faults: RegistrationFault[] = []
  if (draft.kind === 'indirect_provider' && !policy.invitationCreators.includes(draft.kind))
    faults.push({ field: 'kind', why: 'no_providers_in_cloud' })
  if (draft.kind === 'customer' && draft.partnerId !== undefined) faults.push({ field: 'partnerId', why: 'customers_have_none' })
  if (!isCountry(draft.country)) faults.push({ field: 'country', why: 'no_country' })
  return faults
}

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** Codes that name no country: unknown, the world's unions, and what tests of locales use. */
const noCountries = ['ZZ', 'EU', 'EZ', 'UN', 'XA', 'XB', 'QO']

const isCountry = (code: string): boolean => !noCountries.includes(code) && regions.of(code) !== undefined

const decisive = ['kind', 'cloud', 'country'] as const

/** What a tenant that is there was registered as and this is not. Name, domain and PartnerID change in other places. */
export const otherwise = (known: Organization, draft: OrganizationDraft): readonly (typeof decisive)[number][] =>
  decisive.filter((fact) => known[fact] !== draft[fact])
