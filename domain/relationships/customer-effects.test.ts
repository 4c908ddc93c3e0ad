import { expect, it } from 'vitest'
import { relationshipEnd, rightsRemoval } from './customer-effects.ts'

type Facts = Parameters<typeof rightsRemoval>[0]

const facts = (changes: Partial<Facts>): Facts => ({
  relationshipToPartner: 'reseller', allowDelegatedAccess: true, services: [], gdap: { active: false, nextEndDateTime: null }, ...changes,
})
const gdap = { active: true, nextEndDateTime: null }
const sold = (transacts: boolean) => [{ service: 'microsoft365', transacts, partnerOfRecord: false }]

it.each<[string, Partial<Facts>, string[], string[]]>([
  ['a reseller', {}, ['access'], ['relationship', 'azure']],
  ['a reseller with granular rights', { gdap }, ['role'], ['relationship', 'azure']],
  ['a reseller that transacts', { services: sold(true) }, ['access'], ['relationship', 'support', 'azure']],
  ['a reseller that transacts nothing', { services: sold(false) }, ['access'], ['relationship', 'azure']],
  ['an advisor, which is no partner any more', { relationshipToPartner: 'advisor' }, ['access', 'leaves'], ['subscriptions', 'azure']],
  ['an advisor with granular rights', { relationshipToPartner: 'advisor', gdap }, ['role'], ['subscriptions', 'azure']],
])('BR-47 delegated admin is taken from %s', (_whom, changes, changed, kept) =>
  expect(rightsRemoval(facts(changes))).toEqual({ changes: changed, keeps: kept }))

it.each<[string, Partial<Facts>, string[], string[]]>([
  ['with delegated admin', {}, ['access', 'sales'], ['others', 'account']],
  ['without it', { allowDelegatedAccess: false }, ['leaves', 'sales'], ['others', 'account']],
  ['with granular rights, which stay', { gdap }, ['access', 'sales'], ['others', 'granular', 'account']],
])('BR-62 the relationship ends %s', (_how, changes, changed, kept) =>
  expect(relationshipEnd(facts(changes))).toEqual({ changes: changed, keeps: kept }))
