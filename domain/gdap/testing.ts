import { organization } from '../testing/facts.ts'
import type { GdapRelationship } from './relationship.ts'
import { roleNamed } from './roles/catalogue.ts'

export const reader = roleNamed('Directory Readers')
export const support = roleNamed('Service Support Administrator')
export const globalAdmin = roleNamed('Global Administrator')

/** A provider's draft with two roles that anybody may approve. */
export const relationship = (changes: Partial<GdapRelationship> = {}): GdapRelationship => ({
  id: '5f1ab0c2-0000-4000-8000-000000000001-7b20d4e1-0000-4000-8000-000000000002',
  partner: organization('indirect_provider'),
  displayName: 'Contoso-Support',
  duration: 'P365D',
  customer: null,
  roles: [reader, support],
  status: 'created',
  since: '2026-03-01T09:00:00.000Z',
  autoExtendDuration: 'PT0S',
  createdDateTime: '2026-03-01T09:00:00.000Z',
  lastModifiedDateTime: '2026-03-01T09:00:00.000Z',
  activatedDateTime: null,
  endDateTime: null,
  indirectProviderTenantId: null,
  isPartnerConsentPending: false,
  version: 1,
  ...changes,
})

const customer = organization('customer')

/** A draft for one customer. */
export const forCustomer = (changes: Partial<GdapRelationship> = {}): GdapRelationship =>
  relationship({ customer: { tenantId: customer.tenantId, displayName: customer.displayName }, ...changes })
