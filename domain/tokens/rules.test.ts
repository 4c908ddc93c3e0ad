import { describe, expect, it } from 'vitest'
import { actor, codeOf, now, organization } from '../testing/facts.ts'
import { canAddToken, canGiveRoles, canHoldScopes, canMakeToken, mostTokens } from './rules.ts'
import type { TokenDraft } from './schemas.ts'
import { endOf, newToken, revokeToken, stateOf } from './token.ts'

describe('who makes tokens', () => {
  it.each([
    ['personal', 'customer', 'user', 'allowed'],
    ['personal', 'indirect_reseller', 'helpdesk_agent', 'allowed'],
    ['service', 'indirect_provider', 'admin_agent', 'allowed'],
    ['service', 'indirect_reseller', 'global_admin', 'allowed'],
    ['service', 'direct_partner', 'sales_agent', 'token.service_needs_admin_agent'],
    ['service', 'direct_partner', 'helpdesk_agent', 'token.service_needs_admin_agent'],
    ['service', 'customer', 'global_admin', 'allowed'],
    ['service', 'customer', 'user', 'token.service_needs_global_admin'],
  ] as const)('%s, %s, %s → %s', (kind, of, role, expected) => {
    expect(codeOf(canMakeToken(actor(of, role), kind))).toBe(expected)
  })

  it.each([
    ['personal', 49, 'allowed'], ['personal', 50, 'token.too_many_personal'],
    ['service', 99, 'allowed'], ['service', 100, 'token.too_many_services'],
  ] as const)('%s beside %i that live → %s', (kind, living, expected) => {
    expect(codeOf(canAddToken(kind, living))).toBe(expected)
    expect(mostTokens[kind]).toBeGreaterThan(49)
  })
})

describe('what a token may', () => {
  const both = { ...actor('indirect_provider', 'admin_agent'), user: { ...actor('indirect_provider', 'admin_agent').user } }
  both.user.roles = ['admin_agent', 'sales_agent']

  it.each([
    ['personal', undefined, 'allowed'],
    ['personal', [], 'token.roles_of_person'],
    ['personal', ['admin_agent'], 'token.roles_of_person'],
    ['service', undefined, 'token.service_needs_role'],
    ['service', [], 'token.service_needs_role'],
    ['service', ['sales_agent'], 'allowed'],
    ['service', ['sales_agent', 'admin_agent'], 'allowed'],
    ['service', ['helpdesk_agent'], 'token.roles_beyond_maker'],
    ['service', ['sales_agent', 'global_admin'], 'token.roles_beyond_maker'],
  ] as const)('%s with the roles %s → %s', (kind, roles, expected) => {
    expect(codeOf(canGiveRoles(both, kind, roles))).toBe(expected)
  })

  it.each([
    ['customer', ['read', 'audit'], 'allowed'],
    ['customer', ['read', 'invite'], 'token.scope_of_partners'],
    ['customer', ['import'], 'token.scope_of_partners'],
    ['indirect_reseller', ['delegated_admin', 'import'], 'allowed'],
  ] as const)('%s with %s → %s', (kind, scopes, expected) => {
    expect(codeOf(canHoldScopes(actor(kind, 'global_admin'), scopes))).toBe(expected)
  })
})

describe('a token', () => {
  const maker = actor('indirect_provider', 'admin_agent')
  const draft: TokenDraft = {
    name: 'Nightly import', kind: 'service', scopes: ['import', 'read', 'import'], expiresInDays: 2, roles: ['admin_agent'],
  }
  const made = newToken(draft, { id: 'a token', actor: maker, token: 'tess_svc_abcd', now })

  it('has each scope once, the roles that its maker has, and its organisation as its owner', () => {
    expect(made).toMatchObject({
      scopes: ['read', 'import'], roles: ['admin_agent'], ownerId: organization('indirect_provider').id, lastFour: 'abcd', lastUsedAt: null,
    })
    const own = newToken({ ...draft, kind: 'personal', scopes: ['read'], roles: undefined }, { id: 'own', actor: maker, token: 'x', now })
    expect(own).toMatchObject({ roles: null, ownerId: maker.user.id })
  })

  it('lives until its end, or until it is revoked', () => {
    const end = new Date('2026-03-04T09:00:00.000Z')
    expect(endOf(made)).toBe(end.toISOString())
    expect(stateOf(made, new Date(end.getTime() - 1))).toBe('living')
    expect(stateOf(made, end)).toBe('expired')
    const revoked = revokeToken(made, maker, now)
    expect([stateOf(revoked, now), stateOf(revoked, end), endOf(revoked), revoked.revokedBy]).toEqual([
      'revoked', 'revoked', now.toISOString(), maker.user.displayName,
    ])
  })
})
