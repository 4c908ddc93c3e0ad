import { expect, it } from 'vitest'
import { adviceOn, decidingRights, signInAdvice } from './advice.ts'

const settled = { hasResellerRelationship: true, hasDap: false, activeAssignments: 1, hasEnterpriseAgreement: false }

it.each([
  ['nothing to say', {}, []],
  ['BR-101 no reseller relationship', { hasResellerRelationship: false }, ['no_reseller_relationship']],
  ['BR-92 no group is assigned', { activeAssignments: 0 }, ['nobody_has_access']],
  ['BR-99 DAP stands beside it', { hasDap: true }, ['dap_still_stands']],
  ['BR-101 bought through an Enterprise Agreement', { hasEnterpriseAgreement: true }, ['not_for_enterprise_agreement']],
] as const)('%s', (_name, changes, advice) => expect(adviceOn({ ...settled, ...changes })).toEqual(advice))

it.each([
  ['BR-74 both', { dap: true, gdap: true }, 'gdap'], ['BR-74 granular alone', { dap: false, gdap: true }, 'gdap'],
  ['BR-74 delegated alone', { dap: true, gdap: false }, 'dap'], ['BR-74 neither', { dap: false, gdap: false }, 'none'],
] as const)('%s', (_name, has, expected) => expect(decidingRights(has)).toBe(expected))

it.each([
  ['BR-100 blocked by Conditional Access', '900309', ['conditional_access']],
  ['BR-97 for no known reason', undefined, ['guest_accounts', 'conditional_access']],
] as const)('%s', (_name, number, advice) => expect(signInAdvice(number)).toEqual(advice))
