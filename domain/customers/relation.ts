/** Partner Center's `relationshipToPartner`, section 4.2. */
export const relations = ['reseller', 'advisor', 'syndication', 'microsoft_support', 'none', 'unknown'] as const
export type Relation = (typeof relations)[number]

export const customerSorts = ['companyName', '-companyName', 'lastEventAt', '-lastEventAt'] as const
