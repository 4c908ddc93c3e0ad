import { describe, expect, it } from 'vitest'
import { canInviteWithDap } from '../invitations/rules.ts'
import type { Cloud } from '../organizations/kinds.ts'
import { clouds, told } from '../testing/facts.ts'
import { cloudPolicies } from './cloud-policies.ts'
import type { CloudPolicy as Policy } from './cloud-policies.ts'
import { policyAt, policyProblems } from './dated-policies.ts'
import { CloudPolicy } from './schemas.ts'

describe('what a day changed', () => {
  it.each<[string, Cloud, string, boolean, string]>([
    ['BR-42 the day before, asked', 'global', '2023-10-08T23:59:59.999Z', true, 'allowed'],
    ['BR-42 the day before, left out', 'global', '2023-10-08T23:59:59.999Z', false, 'allowed'],
    ['BR-42 from that day, asked', 'global', '2023-10-09T00:00:00.000Z', true, 'invitation.delegated_admin_unavailable BR-42'],
    ['BR-42 from that day, left out', 'global', '2023-10-09T00:00:00.000Z', false, 'allowed'],
    ['BR-42 much later, asked', 'global', '2026-03-02T09:00:00.000Z', true, 'invitation.delegated_admin_unavailable BR-42'],
    ['BR-41 germany before', 'germany', '2017-01-01T00:00:00.000Z', false, 'invitation.delegated_admin_required BR-41'],
    ['BR-41 germany after', 'germany', '2026-01-01T00:00:00.000Z', false, 'invitation.delegated_admin_required BR-41'],
    ['BR-41 China before', 'china', '2017-01-01T00:00:00.000Z', true, 'allowed'],
    ['BR-41 US Government after', 'usgov', '2026-01-01T00:00:00.000Z', false, 'invitation.delegated_admin_required BR-41'],
  ])('%s', (_name, cloud, now, includeDap, expected) => {
    expect(told(canInviteWithDap(policyAt(cloud, now, cloudPolicies), includeDap))).toBe(expected)
  })

  it('BR-42 before that day it was asked for or not', () =>
    expect(policyAt('global', '2023-10-08T23:59:59.999Z', cloudPolicies).dapWithInvitation).toBe('optional'))

  it.each(clouds)('%s: what the browser gets is all that is decided by', (cloud) =>
    expect(CloudPolicy.parse(cloudPolicies[cloud])).toEqual(cloudPolicies[cloud]))

  it.each(clouds)('BR-30: dual invitations of resellers are off in %s', (cloud) => {
    expect(policyAt(cloud, '2026-01-01T00:00:00.000Z', cloudPolicies).resellerDualInvite).toBe(false)
  })

  it('follows another day when the table names one', () => {
    const moved = { ...cloudPolicies, global: { ...cloudPolicies.global, dapWithRelationshipUntil: '2030-01-01' } }
    expect(told(canInviteWithDap(policyAt('global', '2026-01-01T00:00:00.000Z', moved), true))).toBe('allowed')
  })
})

describe('a table that cannot be used', () => {
  const problemsWith = (cloud: Cloud, change: Partial<Policy>) =>
    policyProblems({ ...cloudPolicies, [cloud]: { ...cloudPolicies[cloud], ...change } })

  it('the built-in one has no problems', () => {
    expect(policyProblems(cloudPolicies)).toEqual([])
  })

  it.each(['2023-10-9', '09.10.2023', '2023-02-30', '2023-13-01', 'soon', '', '2023-10-09T00:00:00Z'])(
    'a day that is none: "%s"',
    (day) => {
      expect(problemsWith('global', { dapWithRelationshipUntil: day })).toEqual([
        `global: dapWithRelationshipUntil is "${day}". Wanted: a day such as 2023-10-09, or null.`,
      ])
    },
  )

  it.each<[string, Cloud, Partial<Policy>, string]>([
    ['BR-41 always asked and yet it ends', 'germany', { dapWithRelationshipUntil: '2023-10-09' }, 'names a day on which it ends'],
    ['BR-30 dual where no page knows it', 'china', { resellerDualInvite: true }, 'know no dual invitation'],
    ['BR-30 dual, which is not made yet', 'global', { resellerDualInvite: true }, 'makes no dual invitations yet'],
    ['BR-06 one partner and no limit', 'usgov', { transactingPartnersWithAdminPerService: null }, 'single partner'],
  ])('%s', (_name, cloud, change, expected) => {
    expect(problemsWith(cloud, change)).toEqual([expect.stringMatching(new RegExp(`^${cloud}: .*${expected}`))])
  })
})
