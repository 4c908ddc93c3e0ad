import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../../clouds/cloud-policies.ts'
import { actor, handedOver, invitation, now, organization, told, yesterday } from '../../testing/facts.ts'
import { type AcceptanceFacts, canAccept, canAskBack, canDecline, canHandOver, canUseLink, mostPerDay } from './rules.ts'

const admin = actor('customer', 'global_admin')

const facts = (changes: Partial<AcceptanceFacts> = {}): AcceptanceFacts => ({
  actor: admin,
  invitation: invitation({ state: 'sent' }),
  inviter: organization('indirect_provider'),
  invitedTenantId: null,
  isOwnReseller: false,
  policy: cloudPolicies.global,
  answeredBefore: null,
  otherPartners: 0,
  agreementAccepted: true,
  stands: false,
  ...changes,
})

const inChina = { cloud: 'china', country: 'CN' } as const
const betweenChinese = {
  actor: actor('customer', 'global_admin', inChina),
  inviter: organization('indirect_provider', inChina),
  policy: cloudPolicies.china,
  agreementAccepted: false,
} as const
const inGovernment = {
  actor: actor('customer', 'global_admin', { cloud: 'usgov', country: 'US' }),
  inviter: organization('direct_partner', { cloud: 'usgov', country: 'US' }),
  policy: cloudPolicies.usgov,
} as const

describe('answering', () => {
  it.each<[string, Partial<AcceptanceFacts>, string, string]>([
    ['BR-33 a Global admin of the customer', {}, 'allowed', 'allowed'],
    ['BR-15 a customer that has other partners', { otherPartners: 3 }, 'allowed', 'allowed'],
    ['BR-25 through a reseller', { invitation: handedOver({ state: 'forwarded' }) }, 'allowed', 'allowed'],
    [
      'BR-33 somebody else of the customer', { actor: actor('customer', 'user') }, 'acceptance.needs_global_admin BR-33',
      'acceptance.needs_global_admin BR-33',
    ],
    ['BR-33 the tenant that is named', { invitedTenantId: admin.organization.tenantId }, 'allowed', 'allowed'],
    [
      'BR-33 another tenant than is named', { invitedTenantId: 'another' }, 'acceptance.wrong_tenant BR-33',
      'acceptance.wrong_tenant BR-33',
    ],
    [
      'BR-54d the inviting partner itself', { actor: actor('indirect_provider', 'global_admin') }, 'acceptance.own_tenant BR-54d',
      'acceptance.own_tenant BR-54d',
    ],
    [
      'BR-54d the same tenant under another account',
      { actor: actor('customer', 'global_admin', { tenantId: 'tenant of indirect_provider' }) }, 'acceptance.own_tenant BR-54d',
      'acceptance.own_tenant BR-54d',
    ],
    [
      'BR-54c the own reseller', { actor: actor('indirect_reseller', 'global_admin'), isOwnReseller: true },
      'acceptance.own_reseller BR-54c', 'acceptance.own_reseller BR-54c',
    ],
    [
      'BR-21 another CSP partner', { actor: actor('direct_partner', 'global_admin') }, 'acceptance.partner_tenant BR-21',
      'acceptance.partner_tenant BR-21',
    ],
    [
      'BR-34 a customer in another cloud', { actor: actor('customer', 'global_admin', inChina) }, 'acceptance.other_cloud BR-34',
      'acceptance.other_cloud BR-34',
    ],
    [
      'BR-39 a customer in another country; it may still say no', { actor: actor('customer', 'global_admin', { country: 'BR' }) },
      'acceptance.region_mismatch BR-39', 'allowed',
    ],
    ['BR-35 without the agreement; it may still say no', { agreementAccepted: false }, 'acceptance.agreement_required BR-35', 'allowed'],
    ['BR-69 in China no agreement is asked', betweenChinese, 'allowed', 'allowed'],
    ['BR-06 US Government: a first partner', inGovernment, 'allowed', 'allowed'],
    ['BR-06 US Government: a second partner', { ...inGovernment, otherPartners: 1 }, 'acceptance.single_partner BR-06', 'allowed'],
    ['BR-06 US Government: one that it works with already', { ...inGovernment, otherPartners: 1, stands: true }, 'allowed', 'allowed'],
    [
      'BR-37 a customer that has accepted a reusable one before',
      { invitation: invitation({ state: 'sent', reusable: true }), answeredBefore: 'accepted' }, 'repeated',
      'acceptance.accepted_before BR-37',
    ],
    [
      'BR-37 a customer that has declined a reusable one before, for which a second no is the first',
      { invitation: invitation({ state: 'sent', reusable: true }), answeredBefore: 'declined' }, 'acceptance.declined_before BR-37',
      'repeated',
    ],
  ])('%s', (_clause, changes, accept, decline) => {
    expect(told(canAccept(facts(changes), now))).toBe(accept)
    expect(told(canDecline(facts(changes), now))).toBe(decline)
  })

  it.each([
    ['created', 'allowed'],
    ['sent', 'allowed'],
    ['forwarded', 'allowed'],
    ['opened', 'allowed'],
    ['failed', 'allowed'],
    ['accepted', 'acceptance.already_used BR-37'],
    ['declined', 'acceptance.declined BR-37'],
    ['withdrawn', 'acceptance.withdrawn BR-37'],
  ] as const)('5.1 a link in state %s', (state, expected) => {
    const which = invitation({ state })
    expect(told(canUseLink(which, now))).toBe(expected)
    expect(told(canAccept(facts({ invitation: which }), now))).toBe(expected)
    expect(told(canDecline(facts({ invitation: which }), now))).toBe(expected)
  })

  it('5.1 a link past its expiry', () => {
    expect(told(canAccept(facts({ invitation: invitation({ expiresAt: yesterday }) }), now))).toBe('acceptance.lapsed BR-37')
    expect(told(canUseLink(invitation({ expiresAt: now.toISOString() }), now))).toBe('acceptance.lapsed BR-37')
    expect(told(canUseLink(invitation({ state: 'accepted', expiresAt: yesterday }), now))).toBe('acceptance.already_used BR-37')
  })

  it('names what the person can compare', () => {
    expect(canAccept(facts({ invitedTenantId: 'another' }), now)).toMatchObject({ params: { tenant: 'A customer' } })
    expect(canAccept(
      facts({ actor: actor('customer', 'global_admin', { country: 'BR' }) }), now,
    )).toMatchObject({ because: 'cloud', params: { country: 'KR' } })
  })
})

describe('short of an answer', () => {
  it.each<[string, Partial<AcceptanceFacts>, string, string]>([
    ['BR-33 somebody of the customer who is no Global admin', { actor: actor('customer', 'user') }, 'allowed', 'allowed'],
    ['BR-33 a Global admin, who may leave it to a colleague', {}, 'allowed', 'allowed'],
    ['BR-35 without the agreement, which only a yes needs', { agreementAccepted: false }, 'allowed', 'allowed'],
    [
      'BR-33 another tenant than is named', { invitedTenantId: 'another' },
      'acceptance.wrong_tenant BR-33', 'acceptance.wrong_tenant BR-33',
    ],
    [
      'BR-54d the inviting partner itself', { actor: actor('indirect_provider', 'admin_agent') }, 'acceptance.own_tenant BR-54d',
      'acceptance.own_tenant BR-54d',
    ],
    [
      'BR-54c the own reseller', { actor: actor('indirect_reseller', 'admin_agent'), isOwnReseller: true },
      'acceptance.own_reseller BR-54c',
      'acceptance.own_reseller BR-54c',
    ],
    [
      'BR-21 another CSP partner', { actor: actor('direct_partner', 'admin_agent') }, 'acceptance.partner_tenant BR-21',
      'acceptance.partner_tenant BR-21',
    ],
    [
      'BR-39 in another country no administrator could say yes either; asking is free',
      { actor: actor('customer', 'user', { country: 'BR' }) }, 'acceptance.region_mismatch BR-39', 'allowed',
    ],
    ...(['accepted', 'declined', 'withdrawn'] as const).map((state): [string, Partial<AcceptanceFacts>, string, string] => {
      const code = `acceptance.${state === 'accepted' ? 'already_used' : state} BR-37`
      return [`BR-37 one that was ${state}`, { invitation: invitation({ state }) }, code, code]
    }),
    ...(['accepted', 'declined'] as const).map((answeredBefore): [string, Partial<AcceptanceFacts>, string, string] => {
      const code = `acceptance.${answeredBefore}_before BR-37`
      return [`BR-37 a reusable one that its organisation has ${answeredBefore}`, { answeredBefore }, code, code]
    }),
    [
      'BR-37 one that has lapsed', { invitation: invitation({ expiresAt: yesterday }) },
      'acceptance.lapsed BR-37', 'acceptance.lapsed BR-37',
    ],
  ])('%s', (_clause, changes, handOver, askBack) => {
    expect(told(canHandOver(facts(changes), { count: mostPerDay - 1, isAmong: false }, now))).toBe(handOver)
    expect(told(canAskBack(facts(changes), { count: mostPerDay - 1, isAmong: false }, now))).toBe(askBack)
  })

  it('no more than five times a day', () => {
    expect(canHandOver(facts(), { count: mostPerDay, isAmong: false }, now)).toMatchObject({
      because: 'limit', code: 'acceptance.handed_over_too_often', params: { limit: 5 },
    })
    expect(canAskBack(facts(), { count: mostPerDay, isAmong: false }, now)).toMatchObject({
      because: 'limit', code: 'acceptance.asked_too_often', params: { limit: 5 },
    })
  })
})
