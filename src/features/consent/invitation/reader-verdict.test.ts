import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../../../../domain/clouds/cloud-policies.ts'
import type { Acceptance } from '../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { refusalBefore } from './reader-verdict.ts'

const now = new Date('2026-03-01T00:00:00Z')
const standing = { domains: [], hasSignedIn: false, imitates: null, logo: null }
const acceptance = (over: Partial<Acceptance> = {}): Acceptance => ({
  state: 'opened', language: 'en', cloud: 'global',
  inviter: { displayName: 'Contoso Distribution', domain: 'contoso.example', country: 'KR', standing },
  through: { displayName: 'Litware Resell', domain: 'litware.example' }, invited: null, asks: ['reseller_relationship'],
  doesNotChange: ['subscriptions', 'ownership', 'terms', 'partner_of_record'], agreement: 'asked', seller: 'through',
  contact: { person: 'Mina Park', organization: 'Litware Resell', email: null }, answered: null, stands: [],
  expiresAt: '2026-04-01T00:00:00Z', policy: cloudPolicies[over.cloud ?? 'global'], ...over,
})
const homeTenant = '1a68ec39-bfdd-466e-acde-85983264cd63'
type Roles = Actor['user']['roles']
const reader = (organization: Partial<Actor['organization']> = {}, roles: Roles = ['global_admin'], isOwnReseller = false) => ({
  actor: {
    user: { id: 'u', displayName: 'Kim', email: 'kim@northwind.example', roles, locale: 'ko' as const },
    organization: {
      id: 'o', tenantId: homeTenant, displayName: 'Northwind Traders', domain: 'northwind.example',
      kind: 'customer' as const, cloud: 'global' as const, country: 'KR', ...organization,
    },
  },
  isOwnReseller,
})
const other = 'a0000000-0000-4000-8000-000000000000'

describe('the link itself', () => {
  it.each([
    ['open', {}, undefined],
    ['past its time', { expiresAt: now.toISOString() }, 'acceptance.lapsed'],
    ['lapsed', { state: 'lapsed', expiresAt: '2026-02-01T00:00:00Z' }, 'acceptance.lapsed'],
    ['withdrawn', { state: 'withdrawn' }, 'acceptance.withdrawn'],
    ['accepted', { state: 'accepted' }, 'acceptance.already_used'],
    ['declined', { state: 'declined' }, 'acceptance.declined'],
  ] as const)('%s', (_name, over, code) => {
    expect(refusalBefore(acceptance(over), null, now)?.code).toBe(code)
    expect(refusalBefore(acceptance(over), reader(), now)?.code).toBe(code)
  })
})

describe('who reads it', () => {
  it.each([
    ['nobody signed in', null, {}, undefined],
    ['a Global admin', reader(), {}, undefined],
    ['a Global admin of the named tenant', reader(), { invited: { companyName: null, tenantId: homeTenant } }, undefined],
    ['a user', reader({}, ['user']), {}, 'acceptance.needs_global_admin'],
    ['another tenant than the named one', reader(), { invited: { companyName: null, tenantId: other } }, 'acceptance.wrong_tenant'],
    ['another country', reader({ country: 'BR' }), {}, 'acceptance.region_mismatch'],
    ['another cloud', reader({ cloud: 'germany' }), {}, 'acceptance.other_cloud'],
    ['the inviting partner', reader({ kind: 'indirect_provider', domain: 'contoso.example' }), {}, 'acceptance.own_tenant'],
    ['the reseller that carries it', reader({ kind: 'indirect_reseller', domain: 'litware.example' }), {}, 'acceptance.own_reseller'],
    ['another reseller of the partner', reader({ kind: 'indirect_reseller' }, ['admin_agent'], true), {}, 'acceptance.own_reseller'],
    ['another partner', reader({ kind: 'direct_partner' }), {}, 'acceptance.partner_tenant'],
  ] as const)('%s', (_name, who, over, code) => {
    expect(refusalBefore(acceptance(over), who, now)?.code).toBe(code)
  })

  it.each([
    ['accepted', 'accepted', 'acceptance.accepted_before'],
    ['accepted', 'opened', 'acceptance.accepted_before'],
    ['declined', 'opened', 'acceptance.declined_before'],
    ['declined', 'declined', 'acceptance.declined_before'],
  ] as const)('BR-37 an organization that has %s, of a link that is %s, whoever of it reads', (answer, state, code) => {
    const answered = { answer, at: '2026-02-01T00:00:00Z', by: 'Kim', receiptId: other, hasEnded: false }
    for (const who of [reader(), reader({}, ['user'])])
      expect(refusalBefore(acceptance({ state, answered }), who, now)?.code).toBe(code)
  })

  it('BR-06 one that works with the partner already is not told to leave another one', () => {
    expect(refusalBefore(acceptance({ stands: ['reseller_relationship'] }), reader(), now)).toBeUndefined()
  })

  it('leaves to the server what only it knows: a signed agreement, other partners, an earlier yes', () => {
    expect(refusalBefore(acceptance({ cloud: 'usgov', inviter: { displayName: 'A', domain: 'a.example', country: 'US', standing } }),
      reader({ cloud: 'usgov', country: 'US' }), now)).toBeUndefined()
  })
})
