import type { Organization } from '../organizations/schemas.ts'

/**
 * Returns the seller after an acceptance (section 1.1, BR-27): the reseller that carries a provider's invitation; a direct partner itself.
 */
export const sellerOf = ({ kind }: Pick<Organization, 'kind'>, hasReseller: boolean): 'inviter' | 'through' =>
  kind === 'indirect_provider' && hasReseller ? 'through' : 'inviter'
