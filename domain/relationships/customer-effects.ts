import type { PartnerOfTenant } from './schemas.ts'

type Facts = Pick<PartnerOfTenant, 'allowDelegatedAccess' | 'gdap' | 'relationshipToPartner' | 'services'>

type RightsChange = 'access' | 'role' | 'leaves'
type RightsKept = 'relationship' | 'subscriptions' | 'support' | 'azure'

/**
 * What a customer's removal of delegated admin does (BR-47): with granular rights beside it the partner goes on working with those, and
 * only who sold something owes support for it. Whoever holds nothing else is no partner any more.
 */
export const rightsRemoval = ({ gdap, relationshipToPartner, services }: Facts): { changes: RightsChange[]; keeps: RightsKept[] } => ({
  changes: [gdap.active ? 'role' : 'access', ...(relationshipToPartner === 'reseller' || gdap.active ? [] : ['leaves' as const])],
  keeps: [
    relationshipToPartner === 'reseller' ? 'relationship' : 'subscriptions',
    ...(services.some(({ transacts }) => transacts) ? ['support' as const] : []),
    'azure',
  ],
})

type EndChange = 'leaves' | 'access' | 'sales'
type EndKept = 'others' | 'granular' | 'account'

/** What the end of the reseller relationship does to a customer (BR-62): granular rights are relationships of their own, and stay. */
export const relationshipEnd = ({ allowDelegatedAccess, gdap }: Facts): { changes: EndChange[]; keeps: EndKept[] } => ({
  changes: [allowDelegatedAccess ? 'access' : 'leaves', 'sales'],
  keeps: ['others', ...(gdap.active ? ['granular' as const] : []), 'account'],
})
