export const clouds = ['global', 'germany', 'china', 'usgov'] as const
export type Cloud = (typeof clouds)[number]

export const partnerKinds = ['direct_partner', 'indirect_provider', 'indirect_reseller'] as const
export type PartnerKind = (typeof partnerKinds)[number]

/** Stands for a country while a visiting organisation has not said its own. */
export const unknownCountry = 'ZZ'
