import { describe, expect, it } from 'vitest'
import type { Relation } from '../customers/relation.ts'
import { told } from '../testing/facts.ts'
import { type Basis, basisOfAcceptance, basisShown, basisWithRights, canRelyOnCustomer, claimsTenant } from './basis.ts'
import { canDisputeClaim, canWithdrawDispute } from './claims.ts'
import { customerActor, partnerActor } from './testing.ts'

describe('what a relation rests on', () => {
  it.each<[Basis, string]>([
    ['said_by_partner', 'customer.not_confirmed BR-36'],
    ['accepted', 'allowed'],
    ['granted', 'allowed'],
    ['confirmed', 'allowed'],
  ])('BR-36 %s: %s', (basis, expected) => {
    expect(told(canRelyOnCustomer({ basis }))).toBe(expected)
  })

  it.each<[Basis, Basis]>([
    ['said_by_partner', 'accepted'], ['accepted', 'accepted'], ['granted', 'accepted'], ['confirmed', 'confirmed'],
  ])('%s becomes %s by a yes to an invitation', (before, after) => {
    expect(basisOfAcceptance(before)).toBe(after)
  })

  it.each<[Basis, boolean, Basis]>([
    ['said_by_partner', true, 'granted'],
    ['said_by_partner', false, 'said_by_partner'],
    ['granted', true, 'granted'],
    ['granted', false, 'said_by_partner'],
    ['accepted', true, 'accepted'],
    ['accepted', false, 'accepted'],
    ['confirmed', false, 'confirmed'],
  ])('%s with rights (%s) is %s', (before, hasRights, after) => {
    expect(basisWithRights(before, hasRights)).toBe(after)
  })

  it.each<[Basis, Relation, boolean]>([
    ['said_by_partner', 'reseller', true],
    ['said_by_partner', 'unknown', true],
    ['said_by_partner', 'none', false],
    ['granted', 'reseller', true],
    ['granted', 'none', false],
    ['accepted', 'reseller', false],
    ['confirmed', 'reseller', false],
  ])('%s, %s: claims the tenant %s', (basis, relation, expected) => {
    expect(claimsTenant({ basis, relation })).toBe(expected)
  })
})

describe('what row and page say of it', () => {
  it.each<[Basis, Relation, boolean, string]>([
    ['said_by_partner', 'reseller', false, 'said_by_partner'],
    ['said_by_partner', 'none', false, 'said_by_partner'],
    ['said_by_partner', 'reseller', true, 'disputed'],
    ['granted', 'reseller', false, 'granted_only'],
    ['granted', 'reseller', true, 'disputed'],
    ['granted', 'none', false, 'granted'],
    ['accepted', 'reseller', false, 'accepted'],
    ['confirmed', 'reseller', false, 'confirmed'],
  ])('%s, %s, disputed %s: %s', (basis, relation, isDisputed, expected) => {
    expect(basisShown({ basis, relation, isDisputed })).toBe(expected)
  })
})

describe('disputing what a partner says', () => {
  const said = { disputed: null }
  it.each([
    ['BR-33 the customer’s Global admin', customerActor('global_admin'), said, 'allowed'],
    ['BR-33 another user of the customer', customerActor('user'), said, 'claim.needs_global_admin BR-33'],
    ['BR-28 a partner', partnerActor('direct_partner', 'global_admin'), said, 'admin_rights.only_customer_decides BR-28'],
    [
      'BR-48 a second time', customerActor('global_admin'), { disputed: { at: '2026-03-01T09:00:00.000Z', by: 'Jun' } },
      'claim.already_disputed BR-48',
    ],
  ])('%s', (_what, actor, claim, expected) => {
    expect(told(canDisputeClaim(actor, claim))).toBe(expected)
  })

  const disputed = { disputed: { at: '2026-03-01T09:00:00.000Z', by: 'Jun' } }
  it.each([
    ['BR-33 the customer’s Global admin', customerActor('global_admin'), disputed, 'allowed'],
    ['BR-33 another user of the customer', customerActor('user'), disputed, 'claim.needs_global_admin BR-33'],
    ['BR-28 a partner', partnerActor('direct_partner', 'global_admin'), disputed, 'admin_rights.only_customer_decides BR-28'],
    ['BR-48 what nobody disputes', customerActor('global_admin'), said, 'claim.not_disputed BR-48'],
  ])('is taken back by %s', (_what, actor, claim, expected) => {
    expect(told(canWithdrawDispute(actor, claim))).toBe(expected)
  })
})
