import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../clouds/cloud-policies.ts'
import { canBeNamed } from '../gdap/relationship-rules.ts'
import { actor, now, told } from '../testing/facts.ts'
import { canMoveFromDap, canSeeDap, dapActivity, dapEndings, dapLeaves, dapLeavesIn, dapLosses, nameOfMove } from './standing-dap.ts'

const ago = (days: number | null) => (days === null ? null : new Date(now.getTime() - days * 86_400_000).toISOString())

describe('whether delegated admin privileges are used', () => {
  it.each([
    ['used today', 400, 0, 'used'],
    ['used 90 days ago', 400, 90, 'used'],
    ['used 91 days ago', 400, 91, 'inactive'],
    ['granted 90 days ago, sign-ins not known', 90, null, 'recent'],
    ['granted 91 days ago, sign-ins not known', 91, null, 'not_known_yet'],
    ['granted nobody knows when, sign-ins not known', null, null, 'not_known_yet'],
    ['granted nobody knows when, used 90 days ago', null, 90, 'used'],
    ['granted nobody knows when, used 91 days ago', null, 91, 'inactive'],
  ] as const)('BR-73 %s', (_what, since, used, expected) =>
    expect(dapActivity({ since: ago(since), lastUsedAt: ago(used) }, now.toISOString())).toBe(expected))
})

it('BR-62, BR-72 what ends them, what stays and what is lost have nothing in common', () => {
  const all = [...dapEndings, ...dapLeaves, ...dapLosses]
  expect(new Set(all).size).toBe(all.length)
})

it.each([
  ['global', ['granular_relationships']],
  ['usgov', []],
  ['germany', []],
  ['china', []],
] as const)('BR-72 in %s what stays beside the relationship and what was bought: %j', (cloud, granular) => {
  const left = ['reseller_relationship', 'subscriptions', 'ordering', ...granular]
  expect(dapLeavesIn(cloudPolicies[cloud])).toEqual(left)
})

it('BR-82 the name of a move can be one, and is the same for the same customer', () => {
  const tenant = '51c2a9de-7b3f-4c1a-9d20-0f6c7a1e8b44'
  expect(told(canBeNamed(nameOfMove('x'.repeat(13), tenant), false))).toBe('allowed')
  expect(nameOfMove('From-DAP', tenant)).toBe('From-DAP-51c2a9de-7b3f-4c1a-9d20-0f6c7a1e8b44')
})

it('BR-77 a partner sees where they stand, a customer does not', () => {
  expect(told(canSeeDap(actor('indirect_reseller', 'helpdesk_agent')))).toBe('allowed')
  expect(told(canSeeDap(actor('customer', 'global_admin')))).toBe('gdap.customer_cannot_request BR-77')
})

it('BR-99 only what stands is moved', () => {
  expect(told(canMoveFromDap(true))).toBe('allowed')
  expect(told(canMoveFromDap(false))).toBe('gdap.no_dap BR-99')
})
