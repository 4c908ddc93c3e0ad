import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../clouds/cloud-policies.ts'
import type { Cloud } from '../organizations/kinds.ts'
import type { AskerFacts } from './asker.ts'
import { guidanceFor } from './guidance.ts'
import type { SubscriptionFacts } from './subscription.ts'

const me = '01900000-0000-7000-8000-000000000001'
const other = '01900000-0000-7000-8000-000000000002'
const now = '2026-03-01T00:00:00.000Z'
const asker: AskerFacts = { organizationId: me, hasRelationship: false, hasAdminRights: false, billedByMicrosoft: true }
const vendor = { organizationId: null, displayName: 'Microsoft', inCsp: false, isSyndication: false }
const outside = { organizationId: null, displayName: 'Fourth Coffee', inCsp: false, isSyndication: false }
const partner = { organizationId: other, displayName: 'Adatum Direct', inCsp: true, isSyndication: false }
const mine = { organizationId: me, displayName: 'Contoso Distribution', inCsp: true, isSyndication: false }

const license: SubscriptionFacts = {
  id: '01900000-0000-7000-8000-0000000000aa',
  offerName: 'Productivity E3',
  service: 'microsoft365',
  quantity: 25,
  status: 'active',
  billingType: 'license',
  channel: 'ea',
  seller: vendor,
  partnerId: null,
  termDuration: 'P1Y',
  billingCycle: 'monthly',
  effectiveStartDate: '2025-06-01T00:00:00.000Z',
  commitmentEndDate: '2026-06-01T00:00:00.000Z',
  cancellationAllowedUntilDate: null,
  autoRenewEnabled: true,
  kind: 'subscription',
}
const usage: SubscriptionFacts = { ...license, service: 'azure', billingType: 'usage', termDuration: null, commitmentEndDate: null }

type Row = [string, Cloud, Partial<SubscriptionFacts>, string, string, string[]]
const relationship = ['request_relationship', 'ask_delegated_admin']
const byHand = ['create_azure_subscription_in_csp', 'move_data_and_settings_by_hand', 'customer_cancels_services_or_subscription']

describe('may I support it', () => {
  it.each<Row>([
    ['BR-01 china, bought from 21Vianet', 'china', { channel: '21vianet_direct' }, 'yes', 'BR-01', relationship],
    ['BR-02 china, bought from you as Advisor', 'china', { channel: 'advisor', seller: mine }, 'yes', 'BR-02', relationship],
    ['BR-02 china, bought from another Advisor', 'china', { channel: 'advisor', seller: outside }, 'not_documented', 'BR-02', []],
    ['BR-03 global, from Microsoft', 'global', { channel: 'microsoft_direct' }, 'yes', 'BR-03', relationship],
    ['BR-03 global, Advisor', 'global', { channel: 'advisor', seller: outside }, 'yes', 'BR-03', relationship],
    ['BR-03 germany, Open', 'germany', { channel: 'open' }, 'yes', 'BR-03', relationship],
    ['BR-03 germany, EA', 'germany', { channel: 'ea' }, 'yes', 'BR-03', relationship],
    ['BR-04 global, from you as Advisor', 'global', { channel: 'advisor', seller: mine }, 'yes', 'BR-04', relationship],
    ['BR-05 third party outside CSP', 'global', { channel: 'third_party', seller: outside }, 'yes', 'BR-05', relationship],
    ['BR-05 third party in CSP', 'global', { channel: 'third_party', seller: { ...outside, inCsp: true } }, 'no', 'BR-05', []],
    ['BR-05 syndication partner', 'germany', { channel: 'third_party', seller: { ...outside, isSyndication: true } }, 'no', 'BR-05', []],
    ['BR-06 US Government, from Microsoft', 'usgov', { channel: 'microsoft_direct' }, 'no', 'BR-06', []],
    ['BR-06 US Government, another partner', 'usgov', { channel: 'csp', seller: partner }, 'no', 'BR-06', []],
    ['BR-12 china, usage-based', 'china', { ...usage, channel: '21vianet_direct' }, 'unsupported_in_cloud', 'BR-12', []],
    ['BR-15 another CSP partner sells it', 'global', { channel: 'csp', seller: partner }, 'no', 'BR-15', relationship],
    ['BR-43 your own', 'global', { channel: 'csp', seller: mine }, 'no', 'BR-43', []],
    ['BR-09 Azure through EA', 'global', usage, 'yes', 'BR-03', byHand],
  ])('%s', (_name, cloud, facts, applies, rule, steps) => {
    const answer = guidanceFor('support', { ...license, ...facts }, asker, cloudPolicies[cloud], now)
    expect({ applies: answer.applies, rule: answer.rule, steps: answer.steps.map(({ code }) => code) }).toEqual({ applies, rule, steps })
  })

  it.each([
    ['BR-07 nothing yet', false, false, relationship],
    ['BR-16 a relationship without admin rights', true, false, ['ask_delegated_admin']],
    ['nothing is missing', true, true, []],
  ])('%s', (_name, hasRelationship, hasAdminRights, steps) => {
    const answer = guidanceFor('support', license, { ...asker, hasRelationship, hasAdminRights }, cloudPolicies.global, now)
    expect(answer.steps.map(({ code }) => code)).toEqual(steps)
  })
})

const waitOrCancel = ['wait_until_term_end', 'turn_auto_renew_off', 'cancel_then_rebuy', 'rebuy_within_days']
const inCsp = { channel: 'csp', seller: partner } as const
const transfer = ['customer_agreement_with_future_partner', 'future_partner_requests_transfer', 'current_partner_accepts_transfer']

describe('can it move to me', () => {
  it.each<Row>([
    ['BR-08 running, CSP', 'global', inCsp, 'no', 'BR-08', waitOrCancel],
    ['BR-08 running, EA', 'germany', {}, 'no', 'BR-08', waitOrCancel],
    [
      'BR-55 expired 29 days ago',
      'global',
      { ...inCsp, status: 'expired', commitmentEndDate: '2026-01-31T00:00:00.000Z' },
      'yes',
      'BR-55',
      ['rebuy_within_grace'],
    ],
    [
      'BR-55 expired 31 days ago',
      'global',
      { ...inCsp, status: 'expired', commitmentEndDate: '2026-01-29T00:00:00.000Z' },
      'yes',
      'BR-55',
      ['buy_again'],
    ],
    ['BR-11 Azure from a CSP partner', 'global', { ...usage, ...inCsp }, 'yes', 'BR-11', transfer],
    ['BR-57 no customer agreement in Germany', 'germany', { ...usage, ...inCsp }, 'yes', 'BR-11', transfer.slice(1)],
    ['BR-59 from yourself to yourself', 'global', { ...usage, channel: 'csp', seller: mine }, 'no', 'BR-59', []],
    ['BR-09 Azure through EA', 'global', usage, 'no', 'BR-09', byHand],
    [
      'BR-09 Azure through an Advisor that is in CSP by now',
      'global',
      { ...usage, channel: 'advisor', seller: partner },
      'no',
      'BR-09',
      byHand,
    ],
    [
      'BR-09 Azure bought directly: same steps, not documented',
      'global',
      { ...usage, channel: 'microsoft_direct' },
      'not_documented',
      'BR-09',
      byHand,
    ],
    ['BR-12 usage-based in China', 'china', { ...usage, ...inCsp }, 'unsupported_in_cloud', 'BR-12', []],
    ['BR-13 license-based in China', 'china', inCsp, 'not_documented', 'BR-13', []],
    ['BR-06 US Government', 'usgov', inCsp, 'no', 'BR-06', []],
  ])('%s', (_name, cloud, facts, applies, rule, steps) => {
    const answer = guidanceFor('switch_partner', { ...license, ...facts }, asker, cloudPolicies[cloud], now)
    expect({ applies: answer.applies, rule: answer.rule, steps: answer.steps.map(({ code }) => code) }).toEqual({ applies, rule, steps })
  })

  it('names the last day on which buying again keeps the data', () => {
    const ended = { ...license, ...inCsp, status: 'expired', commitmentEndDate: '2026-02-15T00:00:00.000Z' } as const
    const answer = guidanceFor('switch_partner', ended, asker, cloudPolicies.global, now)
    expect(answer.steps).toEqual([{ code: 'rebuy_within_grace', params: { deadlineDays: 30, deadline: '2026-03-17T00:00:00.000Z' } }])
  })

  it('BR-59: an indirect reseller goes through its provider', () => {
    const answer = guidanceFor('switch_partner', { ...usage, ...inCsp }, { ...asker, billedByMicrosoft: false }, cloudPolicies.global, now)
    expect(answer.steps.map(({ code }) => code)).toContain('provider_requests_transfer')
  })

  it('BR-63: says when the cancellation window closed', () => {
    const closed = { ...license, ...inCsp, cancellationAllowedUntilDate: '2025-06-08T00:00:00.000Z' }
    const answer = guidanceFor('switch_partner', closed, asker, cloudPolicies.global, now)
    expect(answer.warnings).toEqual([{ code: 'cancellation_window_closed', params: { date: '2025-06-08T00:00:00.000Z' } }])
  })

  it('BR-56: the future partner requests the transfer, the current one accepts it', () => {
    const codes = guidanceFor('switch_partner', { ...usage, ...inCsp }, asker, cloudPolicies.global, now).steps.map(({ code }) => code)
    expect(codes.indexOf('future_partner_requests_transfer')).toBeLessThan(codes.indexOf('current_partner_accepts_transfer'))
  })

  it.each(['active', 'suspended', 'expired'] as const)('BR-58: what is license-based and %s is never offered a transfer', (status) => {
    for (const question of ['support', 'switch_partner', 'migrate'] as const) {
      const { steps } = guidanceFor(question, { ...license, ...inCsp, status }, asker, cloudPolicies.global, now)
      expect(steps.filter(({ code }) => code.includes('transfer'))).toEqual([])
    }
  })
})

describe('can it come into CSP', () => {
  it.each<Row>([
    ['BR-09 Azure through Advisor', 'global', { ...usage, channel: 'advisor' }, 'no', 'BR-09', byHand],
    ['BR-09 Azure through Open', 'germany', { ...usage, channel: 'open' }, 'no', 'BR-09', byHand],
    ['BR-09 Azure through EA', 'global', usage, 'no', 'BR-09', byHand],
    [
      'Azure bought directly: same steps, not documented',
      'global',
      { ...usage, channel: 'microsoft_direct' },
      'not_documented',
      'BR-09',
      byHand,
    ],
    ['BR-11 Azure in CSP is a switch', 'global', { ...usage, ...inCsp }, 'yes', 'BR-11', transfer],
    ['BR-12 usage-based in China', 'china', usage, 'unsupported_in_cloud', 'BR-12', []],
    ['BR-08 license-based', 'global', {}, 'no', 'BR-08', waitOrCancel],
  ])('%s', (_name, cloud, facts, applies, rule, steps) => {
    const answer = guidanceFor('migrate', { ...license, ...facts }, asker, cloudPolicies[cloud], now)
    expect({ applies: answer.applies, rule: answer.rule, steps: answer.steps.map(({ code }) => code) }).toEqual({ applies, rule, steps })
  })

  it.each(['csp_service_coverage', 'may_coexist'])('BR-10, BR-14: warns %s', (warning) => {
    const answer = guidanceFor('migrate', usage, asker, cloudPolicies.global, now)
    expect(answer.warnings.map(({ code }) => code)).toContain(warning)
  })

  it('nothing is ever moved by itself', () => {
    expect(guidanceFor('migrate', usage, asker, cloudPolicies.global, now).automatic).toBe(false)
  })
})
