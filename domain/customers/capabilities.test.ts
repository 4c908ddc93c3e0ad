import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../clouds/cloud-policies.ts'
import type { Cloud, PartnerKind } from '../organizations/kinds.ts'
import { customerOf, partnerActor } from '../relationships/testing.ts'
import { codeOf } from '../testing/facts.ts'
import { capabilitiesOf } from './capabilities.ts'
import { capabilityActions } from './capability-actions.ts'
import type { CapabilityAction } from './capability-actions.ts'
import type { CustomerRecord } from './customer.ts'

type Row = [string, Cloud, PartnerKind, Partial<CustomerRecord>, 'none' | 'accepted', CapabilityAction, string]
const admin = { allowDelegatedAccess: true }
const granular = { gdap: { active: true, nextEndDateTime: '2027-01-01T00:00:00.000Z' } }

describe('what can I do here', () => {
  it.each<Row>([
    ['BR-71 orders', 'global', 'direct_partner', {}, 'accepted', 'order', 'allowed'],
    ['BR-72 orders without admin rights', 'china', 'indirect_provider', {}, 'none', 'order', 'allowed'],
    ['BR-68 not before the agreement', 'global', 'direct_partner', {}, 'none', 'order', 'agreement.needed_to_order'],
    [
      'BR-31 not without a relationship',
      'global',
      'indirect_provider',
      { relationshipToPartner: 'none' },
      'accepted',
      'order',
      'capability.no_relationship',
    ],
    [
      'BR-54b a reseller goes through its provider',
      'global',
      'indirect_reseller',
      {},
      'accepted',
      'order',
      'capability.provider_transacts',
    ],
    ['BR-71 buys reservations', 'global', 'direct_partner', {}, 'accepted', 'buy_reservations', 'allowed'],
    ['BR-12 no reservations in China', 'china', 'indirect_provider', {}, 'none', 'buy_reservations', 'capability.no_usage_based_services'],
    [
      'BR-36 not on admin rights and the word of a list alone',
      'global',
      'direct_partner',
      { ...granular, basis: 'granted' },
      'accepted',
      'order',
      'customer.relation_not_confirmed',
    ],
    ['BR-71 gets software keys', 'global', 'direct_partner', {}, 'accepted', 'get_software_keys', 'allowed'],
    ['BR-70 company details stay closed', 'global', 'direct_partner', {}, 'accepted', 'see_company_details', 'capability.no_admin_rights'],
    ['BR-70 company details with DAP', 'global', 'direct_partner', admin, 'accepted', 'see_company_details', 'allowed'],
    ['BR-70 company details with GDAP', 'global', 'direct_partner', granular, 'accepted', 'see_company_details', 'allowed'],
    ['BR-16 users stay closed', 'global', 'direct_partner', {}, 'accepted', 'manage_users', 'capability.no_admin_rights'],
    ['BR-16 licenses stay closed', 'germany', 'direct_partner', {}, 'none', 'manage_licenses', 'capability.no_admin_rights'],
    ['BR-47 no tickets after removal', 'china', 'indirect_provider', {}, 'none', 'open_tickets', 'capability.no_admin_rights'],
    ['BR-71 admin centers stay closed', 'global', 'direct_partner', {}, 'accepted', 'use_admin_centers', 'capability.no_admin_rights'],
    ['BR-43 own Azure needs no admin rights', 'global', 'direct_partner', {}, 'accepted', 'manage_own_azure', 'allowed'],
    [
      'BR-44 existing Azure stays closed with DAP',
      'global',
      'direct_partner',
      admin,
      'accepted',
      'manage_existing_azure',
      'capability.existing_azure_stays_closed',
    ],
    ['BR-65 Autopilot devices', 'global', 'direct_partner', {}, 'accepted', 'manage_autopilot_devices', 'allowed'],
    [
      'BR-45 china: admin rights change nothing others sold',
      'china',
      'indirect_provider',
      admin,
      'none',
      'change_what_others_sold',
      'capability.request_gives_admin_only',
    ],
    ['BR-18 nothing moves', 'global', 'direct_partner', admin, 'accepted', 'change_what_others_sold', 'capability.nothing_moves'],
    ['BR-54f the provider is support contact', 'global', 'indirect_provider', {}, 'accepted', 'be_support_contact', 'allowed'],
    [
      'BR-54f a reseller without admin rights is not',
      'global',
      'indirect_reseller',
      {},
      'accepted',
      'be_support_contact',
      'capability.no_admin_rights',
    ],
    ['BR-54f a reseller with admin rights is', 'global', 'indirect_reseller', admin, 'accepted', 'be_support_contact', 'allowed'],
    [
      'BR-54g a reseller does not attest',
      'global',
      'indirect_reseller',
      {},
      'accepted',
      'attest_agreement',
      'agreement.reseller_cannot_attest',
    ],
    ['BR-26 a reseller does not invite', 'global', 'indirect_reseller', {}, 'accepted', 'invite', 'invitation.reseller_cannot_create'],
    [
      'BR-28 china: nobody asks',
      'china',
      'indirect_provider',
      {},
      'none',
      'ask_admin_rights_for_reseller',
      'admin_rights.customer_chooses',
    ],
    [
      'BR-54e only a partner that turns indirect extends',
      'global',
      'direct_partner',
      {},
      'accepted',
      'extend_relationship',
      'extension.only_transitioning_partner',
    ],
    [
      'BR-60 a reseller does not remove',
      'global',
      'indirect_reseller',
      {},
      'accepted',
      'remove_relationship',
      'relationship.reseller_asks_provider',
    ],
  ])('%s', (_name, cloud, kind, customer, status, action, expected) => {
    const answers = capabilitiesOf({
      actor: partnerActor(kind, 'admin_agent', cloud),
      customer: { ...customerOf(), ...customer },
      policy: cloudPolicies[cloud],
      agreement: { status },
      blockers: [],
      isTransitioning: false,
      hasResellerPartnership: true,
    })
    const verdict = answers.find((each) => each.action === action)?.verdict
    expect(verdict && codeOf(verdict)).toBe(expected)
  })

  const facts = {
    actor: partnerActor('direct_partner', 'admin_agent'),
    customer: customerOf(),
    policy: cloudPolicies.global,
    agreement: { status: 'accepted' } as const,
    blockers: [],
    isTransitioning: true,
    hasResellerPartnership: true,
  }

  it('BR-36: on a line that nothing confirms everything is closed but inviting and taking the line back', () => {
    const customer = { ...customerOf(), basis: 'said_by_partner' as const, relationshipToPartner: 'none' as const }
    const answers = capabilitiesOf({ ...facts, customer })
    const closed = answers.filter(({ verdict }) => !verdict.allowed && verdict.code === 'customer.not_confirmed')
    expect(answers.filter((each) => !closed.includes(each))).toEqual([
      { action: 'invite', verdict: { allowed: true } },
      { action: 'remove_relationship', verdict: { allowed: true } },
    ])
  })

  it('answers for every action, in one order', () => {
    expect(capabilitiesOf(facts).map(({ action }) => action)).toEqual(capabilityActions)
  })

  it('BR-54e: a partner that turns indirect extends its relationship', () => {
    expect(capabilitiesOf(facts).find(({ action }) => action === 'extend_relationship')?.verdict.allowed).toBe(true)
  })
})
