import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../clouds/cloud-policies.ts'
import type { Cloud } from '../organizations/kinds.ts'
import { codeOf } from '../testing/facts.ts'
import { checkSubscriptionFacts } from './subscription.ts'
import type { SubscriptionFacts } from './subscription.ts'

const facts: SubscriptionFacts = {
  id: '01900000-0000-7000-8000-0000000000aa',
  offerName: 'Productivity E3',
  service: 'microsoft365',
  quantity: 25,
  status: 'active',
  billingType: 'license',
  channel: 'csp',
  seller: { organizationId: null, displayName: 'Adatum Direct', inCsp: true, isSyndication: false },
  partnerId: '4801122',
  termDuration: 'P1Y',
  billingCycle: 'monthly',
  effectiveStartDate: '2025-06-01T00:00:00.000Z',
  commitmentEndDate: '2026-06-01T00:00:00.000Z',
  cancellationAllowedUntilDate: null,
  autoRenewEnabled: true,
  kind: 'subscription',
}

describe('facts that contradict each other', () => {
  it.each<[string, Cloud, Partial<SubscriptionFacts>, string]>([
    ['nothing contradicts', 'global', {}, 'allowed'],
    ['no seller', 'global', { seller: null }, 'subscription.no_seller'],
    ['a partner of record that is no partner', 'global', { partnerId: '1' }, 'subscription.partner_of_record_unknown'],
    ['no partner of record', 'global', { partnerId: null }, 'allowed'],
    [
      'sold in CSP by somebody outside it',
      'global',
      { seller: { organizationId: null, displayName: 'Fourth Coffee', inCsp: false, isSyndication: false } },
      'subscription.seller_not_in_csp',
    ],
    ['EA in China', 'china', { channel: 'ea' }, 'subscription.channel_not_in_cloud'],
    ['21Vianet outside China', 'global', { channel: '21vianet_direct' }, 'subscription.channel_not_in_cloud'],
    ['BR-12 usage-based in CSP in China', 'china', { billingType: 'usage' }, 'subscription.usage_not_in_cloud'],
    ['BR-12 usage-based from 21Vianet', 'china', { billingType: 'usage', channel: '21vianet_direct' }, 'allowed'],
    ['a term that ends before it starts', 'global', { commitmentEndDate: '2025-01-01T00:00:00.000Z' }, 'subscription.ends_before_start'],
  ])('%s', (_name, cloud, change, expected) => {
    const verdict = checkSubscriptionFacts({ ...facts, ...change }, cloudPolicies[cloud], change.partnerId !== '1')
    expect(codeOf(verdict)).toBe(expected)
  })
})
