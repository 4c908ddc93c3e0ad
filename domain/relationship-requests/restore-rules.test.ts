import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../clouds/cloud-policies.ts'
import type { Cloud } from '../organizations/kinds.ts'
import { told } from '../testing/facts.ts'
import { canAcceptRestore, canAskRestore, canRestore } from './restore-rules.ts'

const tenantId = '11111111-1111-4111-8111-111111111111'

describe('BR-46 asking for delegated admin anew', () => {
  it.each<[string, Cloud, boolean, string | undefined, string]>([
    ['BR-42 where DAP left the invitations', 'global', true, tenantId, 'invitation.restore_unavailable BR-42'],
    ['BR-42 before anything else', 'global', false, undefined, 'invitation.restore_unavailable BR-42'],
    ['a named customer in China', 'china', true, tenantId, 'allowed'],
    ['BR-41 a named customer in Germany', 'germany', true, tenantId, 'allowed'],
    ['BR-41 a named customer in US Government', 'usgov', true, tenantId, 'allowed'],
    ['nothing to restore without it', 'china', false, tenantId, 'invitation.restore_needs_admin BR-46'],
    ['nobody named', 'china', true, undefined, 'invitation.restore_needs_tenant BR-46'],
  ])('%s', (_case, cloud, includeDap, tenant, expected) => {
    expect(told(canAskRestore({ includeDap, tenantId: tenant }, cloudPolicies[cloud]))).toBe(expected)
  })

  it.each([
    ['a customer that took it away', { allowDelegatedAccess: false, basis: 'accepted' }, 'allowed'],
    ['a customer that still gives it', { allowDelegatedAccess: true, basis: 'accepted' }, 'invitation.restore_admin_present BR-46'],
    ['somebody else’s customer', undefined, 'invitation.restore_not_customer BR-46'],
    ['a customer in a file', { allowDelegatedAccess: false, basis: 'said_by_partner' }, 'customer.not_confirmed BR-36'],
  ] as const)('of %s', (_case, line, expected) => {
    expect(told(canRestore(line))).toBe(expected)
  })

  it('BR-64 is answered only while the relationship is there', () => {
    expect(told(canAcceptRestore(true))).toBe('allowed')
    expect(told(canAcceptRestore(false))).toBe('acceptance.nothing_to_restore BR-46')
  })
})
