import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../clouds/cloud-policies.ts'
import type { Cloud, PartnerKind } from '../organizations/kinds.ts'
import { partnerActor } from '../relationships/testing.ts'
import type { Role } from '../session/roles.ts'
import { codeOf, told } from '../testing/facts.ts'
import { agreementAllowsOrders, canAttestAgreement, canAttestAnew, checkAgreementDate } from './rules.ts'
import { Attestation } from './schemas.ts'

describe('who attests the customer agreement', () => {
  it.each<[string, Cloud, PartnerKind, Role, string]>([
    ['BR-66 provider, admin agent', 'global', 'indirect_provider', 'admin_agent', 'allowed'],
    ['BR-66 direct partner, sales agent', 'global', 'direct_partner', 'sales_agent', 'allowed'],
    ['BR-66 helpdesk agent', 'global', 'direct_partner', 'helpdesk_agent', 'agreement.needs_admin_or_sales_agent'],
    ['BR-54g indirect reseller', 'global', 'indirect_reseller', 'admin_agent', 'agreement.reseller_cannot_attest'],
    ['BR-69 china', 'china', 'indirect_provider', 'admin_agent', 'agreement.not_in_cloud'],
    ['BR-69 US Government', 'usgov', 'direct_partner', 'admin_agent', 'agreement.not_in_cloud'],
  ])('%s', (_name, cloud, kind, role, expected) => {
    const verdict = canAttestAgreement(partnerActor(kind, role, cloud), cloudPolicies[cloud])
    expect(codeOf(verdict)).toBe(expected)
  })
})

const complete = { firstName: 'Jun', lastName: 'Park', email: 'jun@tailspin.example', phoneNumber: '02000000', dateAgreed: '2026-03-02' }

describe('what an attestation needs', () => {
  it.each<[string, Record<string, unknown>, boolean]>([
    ['BR-67 everything', {}, true],
    ['BR-67 no phone', { phoneNumber: undefined }, true],
    ['BR-67 no e-mail', { email: undefined }, false],
    ['BR-67 no first name', { firstName: ' ' }, false],
    ['BR-67 no last name', { lastName: undefined }, false],
    ['BR-67 no date', { dateAgreed: undefined }, false],
  ])('%s', (_name, change, ok) => {
    expect(Attestation.safeParse({ ...complete, ...change }).success).toBe(ok)
  })

  it.each([
    ['yesterday', '2026-03-01', true, '2026-03-02T09:00:00Z'],
    ['today', '2026-03-02', true, '2026-03-02T09:00:00Z'],
    ['today in Korea before nine, yesterday in UTC', '2026-03-03', true, '2026-03-02T22:00:00Z'],
    ['tomorrow everywhere', '2026-03-04', false, '2026-03-02T22:00:00Z'],
    ['tomorrow', '2026-03-03', false, '2026-03-02T09:00:00Z'],
  ])('BR-67: accepted %s', (_name, date, ok, now) => {
    expect(checkAgreementDate(date, new Date(now)).allowed).toBe(ok)
  })
})

describe('attesting once more', () => {
  const said = { firstName: 'Sora', lastName: 'Min', email: 'sora@tailspin.example', dateAgreed: '2026-02-27' }
  const { dateAgreed, ...contact } = said
  const stands = { by: 'partner', contact, dateAgreed } as const
  it.each([
    ['BR-66 the first', { by: null, contact: null, dateAgreed: null }, said, 'allowed'],
    ['BR-66 after the customer itself', { by: 'customer', contact: null, dateAgreed }, said, 'allowed'],
    ['BR-66 the same', stands, said, 'allowed'],
    ['BR-66 another day', stands, { ...said, dateAgreed: '2026-02-28' }, 'agreement.attested_otherwise BR-66'],
    ['BR-66 another person', stands, { ...said, lastName: 'Park' }, 'agreement.attested_otherwise BR-66'],
    ['BR-66 a telephone number more', stands, { ...said, phoneNumber: '02000000' }, 'agreement.attested_otherwise BR-66'],
  ] as const)('%s', (_clause, standing, next, expected) => {
    expect(told(canAttestAnew(standing, next))).toBe(expected)
  })
})

describe('ordering', () => {
  it.each<[string, Cloud, 'none' | 'accepted', boolean]>([
    ['BR-68 global without agreement', 'global', 'none', false],
    ['BR-68 global with agreement', 'global', 'accepted', true],
    ['BR-69 china without', 'china', 'none', true],
  ])('%s', (_name, cloud, status, ok) => {
    expect(agreementAllowsOrders({ status }, cloudPolicies[cloud]).allowed).toBe(ok)
  })
})
