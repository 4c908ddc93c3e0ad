import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../clouds/cloud-policies.ts'
import type { Cloud } from '../organizations/kinds.ts'
import { canAcceptRestore, canAskRestore, canRestore } from './restore-rules.ts'

const tenantId = '11111111-1111-4111-8111-111111111111'
const outcome = (verdict: ReturnType<typeof canRestore>) => (verdict.allowed ? 'allowed' : `${verdict.rule} ${verdict.code}`)

describe('BR-46 asking for delegated admin anew', () => {
  it.each<[string, Cloud, boolean, string | undefined, string]>([
    ['BR-42 where DAP left the invitations', 'global', true, tenantId, 'BR-42 invitation.restore_unavailable'],
    ['BR-42 before anything else', 'global', false, undefined, 'BR-42 invitation.restore_unavailable'],
    ['a named customer in China', 'china', true, tenantId, 'allowed'],
    ['BR-41 a named customer in Germany', 'germany', true, tenantId, 'allowed'],
    ['BR-41 a named customer in US Government', 'usgov', true, tenantId, 'allowed'],
    ['nothing to restore without it', 'china', false, tenantId, 'BR-46 invitation.restore_needs_admin'],
    ['nobody named', 'china', true, undefined, 'BR-46 invitation.restore_needs_tenant'],
  ])('%s', (_case, cloud, includeDap, tenant, expected) => {
    expect(outcome(canAskRestore({ includeDap, tenantId: tenant }, cloudPolicies[cloud]))).toBe(expected)
  })

  it.each([
    ['a customer that took it away', { allowDelegatedAccess: false, basis: 'accepted' }, 'allowed'],
    ['a customer that still gives it', { allowDelegatedAccess: true, basis: 'accepted' }, 'BR-46 invitation.restore_admin_present'],
    ['somebody else’s customer', undefined, 'BR-46 invitation.restore_not_customer'],
    ['a customer in a file', { allowDelegatedAccess: false, basis: 'said_by_partner' }, 'BR-36 customer.not_confirmed'],
  ] as const)('of %s', (_case, line, expected) => {
    expect(outcome(canRestore(line))).toBe(expected)
  })

  it('BR-64 is answered only while the relationship is there', () => {
    expect(outcome(canAcceptRestore(true))).toBe('allowed')
    expect(outcome(canAcceptRestore(false))).toBe('BR-46 acceptance.nothing_to_restore')
  })
})
