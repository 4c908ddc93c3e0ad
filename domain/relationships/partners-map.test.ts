import { describe, expect, it } from 'vitest'
import type { SubscriptionFacts } from '../subscriptions/subscription.ts'
import type { PartnerRow } from './partner-row.ts'
import { partnerFacts, partnersMap } from './partners-map.ts'

const line = (id: string, partnerId: string, changes: Partial<PartnerRow> = {}): PartnerRow => ({
  partner: { id, tenantId: `tenant of ${id}`, displayName: `Partner ${id}` },
  kind: 'direct_partner',
  partnerId,
  since: '2025-01-01T00:00:00.000Z',
  transacts: true,
  worksFor: null,
  relationshipToPartner: 'reseller',
  basis: 'accepted',
  allowDelegatedAccess: false,
  gdap: { active: false, nextEndDateTime: null },
  dapRequest: null,
  ...changes,
})

const sold = (by: string, service: string, changes: Partial<SubscriptionFacts> = {}): SubscriptionFacts => ({
  id: `${by} ${service}`,
  offerName: service,
  service,
  quantity: 1,
  status: 'active',
  billingType: service === 'azure' ? 'usage' : 'license',
  channel: 'csp',
  seller: { organizationId: by, displayName: `Partner ${by}`, inCsp: true, isSyndication: false },
  partnerId: null,
  termDuration: null,
  billingCycle: 'monthly',
  effectiveStartDate: '2025-01-01T00:00:00.000Z',
  commitmentEndDate: null,
  cancellationAllowedUntilDate: null,
  autoRenewEnabled: false,
  kind: 'subscription',
  ...changes,
})

const lines = [line('a', '1'), line('b', '2', { allowDelegatedAccess: true })]

describe('the partners of a customer, service by service', () => {
  it.each<[string, SubscriptionFacts[], string[], string[]]>([
    ['BR-48 a partner that sells nothing is listed too', [], [], []],
    [
      'BR-15 each sells another service',
      [sold('a', 'microsoft365'), sold('b', 'dynamics365')],
      ['microsoft365 sells'],
      ['dynamics365 sells'],
    ],
    ['BR-22 both sell Azure', [sold('a', 'azure'), sold('b', 'azure')], ['azure sells'], ['azure sells']],
    ['BR-20 the partner of record is not the seller', [sold('a', 'azure', { partnerId: '2' })], ['azure sells'], ['azure record']],
    ['BR-20 seller and partner of record', [sold('a', 'azure', { partnerId: '1' })], ['azure sells record'], []],
    ['a suspended one still counts', [sold('a', 'azure', { status: 'suspended' })], ['azure sells'], []],
    ['BR-23 what was sold as Advisor, outside CSP, does not', [sold('a', 'azure', { channel: 'advisor' })], [], []],
    ['an expired one does not', [sold('a', 'azure', { status: 'expired' })], [], []],
    ['what somebody else sold does not', [sold('c', 'azure'), sold('c', 'azure', { seller: null })], [], []],
    ['services come in order', [sold('a', 'microsoft365'), sold('a', 'azure')], ['azure sells', 'microsoft365 sells'], []],
  ])('%s', (_clause, subscriptions, ofA, ofB) => {
    const told = partnersMap(lines, subscriptions).map(({ services }) =>
      services.map(({ service, transacts, partnerOfRecord }) =>
        [service, transacts && 'sells', partnerOfRecord && 'record'].filter(Boolean).join(' '),
      ),
    )
    expect(told).toEqual([ofA, ofB])
  })

  it('BR-23: as facts for the rules a partner of record does not transact', () => {
    const [a, b] = partnersMap(lines, [sold('a', 'azure', { partnerId: '2' })]).map(partnerFacts)
    expect(a).toEqual({ partnerId: 'a', hasRelationship: true, hasDap: false, transactsIn: ['azure'] })
    expect(b).toEqual({ partnerId: 'b', hasRelationship: true, hasDap: true, transactsIn: [] })
  })
})
