import { expect, it } from 'vitest'
import { adviceOn, decidingRights, gdapAdvice, signInAdvice } from './advice.ts'
import type { GdapStatus } from './states.ts'

const settled = {
  status: 'active', customer: {}, hasResellerRelationship: true, hasDap: false, activeAssignments: 1, hasEnterpriseAgreement: false,
} as const
const everything = { hasResellerRelationship: false, hasDap: true, activeAssignments: 0, hasEnterpriseAgreement: true }
const ofTheCustomer = ['no_reseller_relationship', 'dap_still_stands', 'not_for_enterprise_agreement']

it.each([
  ['nothing to say', {}, []],
  ['BR-101 no reseller relationship', { hasResellerRelationship: false }, ['no_reseller_relationship']],
  ['BR-92 no group is assigned', { activeAssignments: 0 }, ['nobody_has_access']],
  ['BR-99 DAP stands beside it', { hasDap: true }, ['dap_still_stands']],
  ['BR-101 bought through an Enterprise Agreement', { hasEnterpriseAgreement: true }, ['not_for_enterprise_agreement']],
  ['BR-92, BR-99, BR-101 all of it, in the order of weight', everything, [...gdapAdvice]],
  ['BR-85 of a request for whoever approves it nothing is known', { ...everything, status: 'approvalPending', customer: null }, []],
] as const)('%s', (_name, changes, advice) => expect(adviceOn({ ...settled, ...changes })).toEqual(advice))

it.each<[GdapStatus, readonly string[]]>([
  ['created', []],
  ['approvalPending', ofTheCustomer],
  ['approved', ofTheCustomer],
  ['activating', ofTheCustomer],
  ['active', gdapAdvice],
  ['expiring', gdapAdvice],
  ['expired', []],
  ['terminationRequested', []],
  ['terminating', []],
  ['terminated', []],
  ['unknownFutureValue', []],
])('BR-92, BR-99, BR-101 what is said of one that is %s', (status, advice) =>
  expect(adviceOn({ ...settled, ...everything, status })).toEqual(advice))

it.each([
  ['BR-74 both', { dap: true, gdap: true }, 'gdap'], ['BR-74 granular alone', { dap: false, gdap: true }, 'gdap'],
  ['BR-74 delegated alone', { dap: true, gdap: false }, 'dap'], ['BR-74 neither', { dap: false, gdap: false }, 'none'],
] as const)('%s', (_name, has, expected) => expect(decidingRights(has)).toBe(expected))

it.each([
  ['BR-100 blocked by Conditional Access', '900309', ['conditional_access']],
  ['BR-97 for no known reason', undefined, ['guest_accounts', 'conditional_access']],
] as const)('%s', (_name, number, advice) => expect(signInAdvice(number)).toEqual(advice))
