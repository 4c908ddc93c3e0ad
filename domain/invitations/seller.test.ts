import { describe, expect, it } from 'vitest'
import type { PartnerKind } from '../organizations/kinds.ts'
import { sellerOf } from './seller.ts'

describe('from whom the customer buys after a yes (section 1.1, BR-27)', () => {
  it.each<[string, PartnerKind, boolean, 'inviter' | 'through']>([
    ['a provider sells through the reseller that carries its invitation', 'indirect_provider', true, 'through'],
    ['a provider that invites by itself sells itself', 'indirect_provider', false, 'inviter'],
    ['a direct partner sells itself, whoever carries its invitation', 'direct_partner', true, 'inviter'],
    ['a direct partner alone', 'direct_partner', false, 'inviter'],
  ])('%s', (_name, kind, hasReseller, expected) => {
    expect(sellerOf({ kind }, hasReseller)).toBe(expected)
  })
})
