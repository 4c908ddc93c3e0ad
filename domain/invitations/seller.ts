import type { Organization } from '../organizations/schemas.ts'

/**
 * From whom the customer buys after a yes (section 1.1, BR-27): a provider sells through the reseller that carries its invitation, a direct
 * partner sells itself, whoever carries it.
 */
export const sellerOf = ({ kind }: Pick<Organization, 'kind'>, hasReseller: boolean): 'inviter' | 'through' =>
  kind === 'indirect_provider' && hasReseller ? 'through' : 'inviter'
