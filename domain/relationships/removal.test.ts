import { describe, expect, it } from 'vitest'
import type { CustomerRecord } from '../customers/customer.ts'
import type { PartnerKind } from '../organizations/kinds.ts'
import type { Role } from '../session/roles.ts'
import type { SubscriptionFacts } from '../subscriptions/subscription.ts'
import { codeOf } from '../testing/facts.ts'
import { canRemoveRelationship, removalBlockers, removalEffects } from './removal.ts'
import { customerOf, partnerActor, partnerOrganizationId } from './testing.ts'

const now = '2026-03-01T00:00:00.000Z'
const sold: SubscriptionFacts = {
  id: '01900000-0000-7000-8000-0000000000aa',
  offerName: 'Productivity E3',
  service: 'microsoft365',
  quantity: 5,
  status: 'active',
  billingType: 'license',
  channel: 'csp',
  seller: { organizationId: partnerOrganizationId, displayName: 'Contoso Distribution', inCsp: true, isSyndication: false },
  partnerId: null,
  termDuration: 'P1Y',
  billingCycle: 'monthly',
  effectiveStartDate: '2026-01-01T00:00:00.000Z',
  commitmentEndDate: '2027-01-01T00:00:00.000Z',
  cancellationAllowedUntilDate: null,
  autoRenewEnabled: true,
  kind: 'subscription',
}

describe('what blocks a removal', () => {
  it.each<[string, Partial<SubscriptionFacts>, string[]]>([
    ['BR-61 an active subscription', {}, ['active_subscription']],
    ['BR-61 a suspended one does not', { status: 'suspended' }, []],
    ['BR-61 a reservation', { kind: 'reservation' }, ['reservation']],
    ['BR-61 software', { kind: 'software' }, ['software']],
    ['BR-61 what it sold as Advisor, outside CSP, does not', { channel: 'advisor' }, []],
    ['BR-63 the window closed', { cancellationAllowedUntilDate: '2026-01-08T00:00:00.000Z' }, ['cancellation_window_closed']],
    ['BR-63 the window is open', { cancellationAllowedUntilDate: '2026-03-02T00:00:00.000Z' }, ['active_subscription']],
    [
      'what another partner sells does not',
      { seller: { organizationId: null, displayName: 'Microsoft', inCsp: false, isSyndication: false } },
      [],
    ],
  ])('%s', (_name, facts, codes) => {
    expect(removalBlockers(partnerOrganizationId, [{ ...sold, ...facts }], now).map(({ code }) => code)).toEqual(codes)
  })
})

it.each<[string, Partial<CustomerRecord>, string[]]>([
  ['accepted', {}, ['leaves_list', 'leaves_support_contacts', 'no_purchases']],
  [
    'accepted, with rights', { allowDelegatedAccess: true },
    ['leaves_list', 'leaves_support_contacts', 'delegated_admin_ends', 'no_purchases'],
  ],
  ['only said', { basis: 'said_by_partner' }, ['leaves_list', 'claim_withdrawn']],
  ['only said, of no relation', { basis: 'said_by_partner', relationshipToPartner: 'none' }, ['leaves_list']],
  ['only granted', { basis: 'granted', allowDelegatedAccess: true }, ['leaves_list', 'claim_withdrawn', 'delegated_admin_ends']],
])('BR-62: what a removal does is told in full: %s', (_what, facts, expected) => {
  expect(removalEffects({ ...customerOf(), ...facts })).toEqual(expected)
})

describe('who removes a relationship', () => {
  const blocker = removalBlockers(partnerOrganizationId, [sold], now)
  it.each<[string, PartnerKind, Role, CustomerRecord['relationshipToPartner'], typeof blocker, string]>([
    ['BR-60 indirect provider, admin agent', 'indirect_provider', 'admin_agent', 'reseller', [], 'allowed'],
    ['BR-60 direct partner, sales agent', 'direct_partner', 'sales_agent', 'reseller', [], 'allowed'],
    ['BR-60 direct partner, global admin', 'direct_partner', 'global_admin', 'reseller', [], 'allowed'],
    ['BR-60 helpdesk agent', 'direct_partner', 'helpdesk_agent', 'reseller', [], 'relationship.removal_needs_admin_or_sales_agent'],
    ['BR-60 indirect reseller', 'indirect_reseller', 'admin_agent', 'reseller', [], 'relationship.reseller_asks_provider'],
    ['BR-61 with a blocker', 'direct_partner', 'admin_agent', 'reseller', blocker, 'relationship.has_blockers'],
    ['BR-64 an advisor has no reseller relationship', 'direct_partner', 'admin_agent', 'advisor', [], 'relationship.none'],
    ['BR-64 already removed', 'direct_partner', 'admin_agent', 'none', [], 'relationship.none'],
  ])('%s', (_name, kind, role, relation, blockers, expected) => {
    const verdict = canRemoveRelationship(partnerActor(kind, role), { ...customerOf(), relationshipToPartner: relation }, blockers)
    expect(codeOf(verdict)).toBe(expected)
  })
})
