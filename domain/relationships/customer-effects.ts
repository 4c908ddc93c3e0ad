import type { PartnerOfTenant } from './schemas.ts'

type Facts = Pick<PartnerOfTenant, 'allowDelegatedAccess' | 'gdap' | 'relationshipToPartner' | 'services'>

type RightsChange = 'access' | 'role' | 'leaves'
type RightsKept = 'relationship' | 'subscriptions' | 'support' | 'azure'

/**
 * Lists what a customer's removal of DAP does (BR-47): GDAP beside it stays, only a seller owes support, and a partner with nothing else is
 * none any more.
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

/** Lists what the end of the reseller relationship does (BR-62): GDAP stays. */
export const relationshipEnd = ({ allowDelegatedAccess, gdap }: Facts): { changes: EndChange[]; keeps: EndKept[] } => ({
  changes: [allowDelegatedAccess ? 'access' : 'leaves', 'sales'],
  keeps: ['others', ...(gdap.active ? ['granular' as const] : []), 'account'],
})
