import { describe, expect, it } from 'vitest'
import type { PartnerKind } from '../organizations/kinds.ts'
import type { Actor } from '../session/actor.ts'
import type { Role } from '../session/roles.ts'
import { canSayAgreement, checkSigningDay } from '../programme-agreement/rules.ts'
import { endInvite, inviteLifetime, mostInvites, newInvite, shownState } from './invite.ts'
import { canChangeInvite, canDecline, canInviteReseller, canJoin } from './rules.ts'
import type { InviteState } from './schemas.ts'

const invited = '0e9a0e9a-1111-4222-8333-444455556666'
const now = new Date('2026-03-02T12:00:00.000Z')

const actor = (kind: PartnerKind | 'customer' | 'visitor', role: Role, changes: Partial<Actor['organization']> = {}): Actor => ({
  user: { id: 'user', displayName: 'Somebody', email: '', roles: [role], locale: 'en' },
  organization: {
    id: 'organization', tenantId: invited, displayName: 'Fourth Coffee', domain: '', cloud: 'global', country: 'KR',
    kind: kind === 'visitor' ? 'customer' : kind, ...(kind === 'visitor' && { isVisiting: true }), ...changes,
  },
})
const codeOf = (decision: ReturnType<typeof canJoin>) =>
  decision === 'repeated' ? 'repeated' : decision.allowed ? 'allowed' : decision.code
const open = { tenantId: invited, state: 'waiting' as InviteState, cloud: 'global' as const, country: 'KR' }
const nothing = { partnership: undefined, isInvited: false, count: 0 }

describe('an invitation to a reseller', () => {
  it.each([
    ['indirect provider, admin agent', 'indirect_provider', 'admin_agent', {}, 'allowed'],
    ['indirect provider, Global admin', 'indirect_provider', 'global_admin', {}, 'allowed'],
    ['indirect provider, sales agent', 'indirect_provider', 'sales_agent', {}, 'partnership.needs_admin_agent'],
    ['direct partner', 'direct_partner', 'admin_agent', {}, 'partnership.only_provider_requests'],
    ['indirect reseller', 'indirect_reseller', 'global_admin', {}, 'partnership.only_provider_requests'],
    ['customer', 'customer', 'global_admin', {}, 'partnership.only_provider_requests'],
    ['its reseller already', 'indirect_provider', 'admin_agent', { partnership: 'active' }, 'partnership.already_active'],
    ['requested by PartnerID', 'indirect_provider', 'admin_agent', { partnership: 'requested' }, 'allowed'],
    ['a former reseller', 'indirect_provider', 'admin_agent', { partnership: 'removed' }, 'allowed'],
    ['invited already', 'indirect_provider', 'admin_agent', { isInvited: true }, 'joining.already_invited'],
    ['the most there may be', 'indirect_provider', 'admin_agent', { count: mostInvites }, 'joining.too_many'],
  ] as const)('BR-49: %s → %s', (_name, kind, role, own, expected) => {
    expect(codeOf(canInviteReseller(actor(kind, role, { tenantId: 'another' }), invited, { ...nothing, ...own }))).toBe(expected)
  })

  it('BR-54d: is not for the own tenant', () => {
    expect(codeOf(canInviteReseller(actor('indirect_provider', 'admin_agent'), invited, nothing))).toBe('joining.own_tenant')
  })

  it.each([
    ['waiting', 'allowed'], ['joined', 'joining.over'], ['declined', 'joining.over'], ['withdrawn', 'joining.over'],
    ['lapsed', 'joining.over'],
  ] as const)('can be withdrawn while it waits: %s → %s', (state, expected) => {
    expect(codeOf(canChangeInvite(actor('indirect_provider', 'admin_agent'), { state }))).toBe(expected)
    expect(codeOf(canChangeInvite(actor('indirect_provider', 'helpdesk_agent'), { state }))).toBe('partnership.needs_admin_agent')
  })

  it.each([
    ['a tenant that visits', actor('visitor', 'global_admin'), 'allowed'],
    ['a registered reseller', actor('indirect_reseller', 'global_admin'), 'allowed'],
    ['another tenant', actor('visitor', 'global_admin', { tenantId: 'another' }), 'joining.other_tenant'],
    ['its provider itself', actor('indirect_provider', 'global_admin', { tenantId: 'another' }), 'joining.other_tenant'],
    ['no Global admin', actor('visitor', 'user'), 'joining.needs_global_admin'],
    ['an admin agent', actor('indirect_reseller', 'admin_agent'), 'joining.needs_global_admin'],
    ['BR-54c: a customer', actor('customer', 'global_admin'), 'joining.is_customer'],
    ['a direct partner', actor('direct_partner', 'global_admin'), 'joining.is_other_partner'],
    ['an indirect provider', actor('indirect_provider', 'global_admin'), 'joining.is_other_partner'],
    ['BR-52: another country', actor('visitor', 'global_admin', { country: 'BR' }), 'joining.region_mismatch'],
    ['BR-52: another cloud', actor('indirect_reseller', 'global_admin', { cloud: 'china' }), 'joining.region_mismatch'],
  ] as const)('BR-50: is answered by a Global admin of its tenant: %s', (_name, reader, expected) => {
    for (const decide of [canJoin, canDecline]) expect(codeOf(decide(reader, open))).toBe(expected)
  })

  it.each([
    ['joined', 'repeated', 'joining.over'], ['declined', 'joining.over', 'repeated'], ['withdrawn', 'joining.over', 'joining.over'],
    ['lapsed', 'joining.over', 'joining.over'],
  ] as const)('%s: a yes is %s, a no %s', (state, yes, no) => {
    const reader = actor('indirect_reseller', 'global_admin')
    expect([codeOf(canJoin(reader, { ...open, state })), codeOf(canDecline(reader, { ...open, state }))]).toEqual([yes, no])
  })

  it('waits thirty days, and is over at once with its end', () => {
    const made = newInvite({ tenantId: invited, displayName: 'Fourth Coffee' }, { id: 'id', by: 'Somebody', now })
    const end = now.getTime() + inviteLifetime
    expect([end - 1, end].map((at) => shownState(made, new Date(at)))).toEqual(['waiting', 'lapsed'])
    expect(endInvite(made, 'withdrawn', now)).toMatchObject({ state: 'withdrawn', overAt: now.toISOString() })
  })
})

it.each([
  ['a reseller', actor('indirect_reseller', 'global_admin'), null, 'allowed'],
  ['its admin agent', actor('indirect_reseller', 'admin_agent'), null, 'organization.only_global_admin_says'],
  ['a provider', actor('indirect_provider', 'global_admin'), null, 'organization.only_resellers_say'],
  ['a customer', actor('customer', 'global_admin'), null, 'organization.only_resellers_say'],
  ['said before', actor('indirect_reseller', 'global_admin'), 'said_by_partner', 'organization.agreement_on_record'],
  ['confirmed', actor('indirect_reseller', 'global_admin'), 'confirmed', 'organization.agreement_on_record'],
] as const)('BR-51: %s says that the agreement is signed', (_name, who, basis, expected) => {
  expect(codeOf(canSayAgreement(who, { basis }))).toBe(expected)
})

it.each([
  ['2026-03-03', 'allowed'], ['2026-03-04', 'organization.agreement_in_future'],
])('BR-51: signed on %s → %s', (signedOn, expected) => {
  expect(codeOf(checkSigningDay({ signedBy: 'Hana', signedOn }, now))).toBe(expected)
})
