import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../clouds/cloud-policies.ts'
import { clouds, type PartnerKind } from '../organizations/kinds.ts'
import type { Role } from '../session/roles.ts'
import { actor, codeOf, now, tomorrow, yesterday } from '../testing/facts.ts'
import type { Verdict } from '../verdict.ts'
import { autoExtendDurations } from './term/durations.ts'
import type { GdapRelationship } from './relationship.ts'
import {
  canApprove, canAutoExtend, canBeNamed, canChangeRoles, canConsent, canDelete, canEdit, canFinalise, canHoldRoles, canLast, canRequestFor,
  canRequestGdap, canSetAutoExtend, canTerminate, isGdapAvailable,
} from './relationship-rules.ts'
import { gdapStatuses, type GdapStatus, standingStatuses } from './states.ts'
import { forCustomer, globalAdmin, reader, relationship, support } from './testing.ts'

const agent = actor('indirect_provider', 'admin_agent')
const customerAdmin = actor('customer', 'global_admin')

describe('who may ask for granular rights', () => {
  it.each<[string, PartnerKind | 'customer', Role, string]>([
    ['BR-77 provider, admin agent', 'indirect_provider', 'admin_agent', 'allowed'],
    ['BR-77 direct partner, admin agent', 'direct_partner', 'admin_agent', 'allowed'],
    ['BR-77 reseller, admin agent', 'indirect_reseller', 'admin_agent', 'allowed'],
    ['BR-77 sales agent', 'indirect_provider', 'sales_agent', 'gdap.needs_admin_agent'],
    ['BR-77 helpdesk agent', 'indirect_reseller', 'helpdesk_agent', 'gdap.needs_admin_agent'],
    ['BR-77 customer', 'customer', 'global_admin', 'gdap.customer_cannot_request'],
  ])('%s', (_name, kind, role, expected) => expect(codeOf(canRequestGdap(actor(kind, role), cloudPolicies.global))).toBe(expected))

  it.each([
    ['global', 'allowed'], ['germany', 'gdap.cloud_closed'], ['china', 'gdap.cloud_undocumented'], ['usgov', 'gdap.cloud_unavailable'],
  ] as const)('BR-77 in %s: %s', (cloud, expected) => expect(codeOf(isGdapAvailable(cloudPolicies[cloud]))).toBe(expected))

  it.each([
    ['BR-25 its own reseller', { state: 'active', by: agent.organization.id }, 'allowed'],
    ['BR-25 one whose partnership was removed', { state: 'removed', by: agent.organization.id }, 'gdap.reseller_not_partnered'],
    ['BR-25 one that has not agreed yet', { state: 'requested', by: agent.organization.id }, 'gdap.reseller_not_partnered'],
    ['BR-25 the reseller of another provider', { state: 'active', by: 'another' }, 'gdap.reseller_not_partnered'],
    ['BR-25 nobody it works with', undefined, 'gdap.reseller_not_partnered'],
  ] as const)('a provider asks for %s', (_whom, partnership, expected) =>
    expect(codeOf(canRequestFor(
      agent, partnership && { state: partnership.state, provider: { id: partnership.by }, reseller: { id: 'a reseller' } },
    ))).toBe(expected))

  it('BR-77 every cloud says', () => expect(clouds.map((cloud) => cloudPolicies[cloud].granularAdmin)).toHaveLength(4))
})

describe('name, duration, roles, auto-extend', () => {
  it.each([
    ['BR-82 fifty characters', 'x'.repeat(50), false, 'allowed'],
    ['BR-82 fifty-one', 'x'.repeat(51), false, 'gdap.name_form'],
    ['BR-82 none', '', false, 'gdap.name_form'],
    ['BR-82 a blank', 'a b', false, 'gdap.name_form'],
    ['BR-82 a letter of another script', 'поддержка', false, 'gdap.name_form'],
    ['BR-82 dash, underscore, digit', 'Litware_Support-2025', false, 'allowed'],
    ['BR-82 taken for any customer', 'Litware', true, 'gdap.name_taken'],
    ['BR-76 what Microsoft’s transition is known by', 'MLT_Litware', false, 'gdap.name_reserved'],
    ['BR-76 the same in small letters', 'mlt_litware', false, 'gdap.name_reserved'],
    ['BR-76 within a name it says nothing', 'Litware_MLT_1', false, 'allowed'],
  ] as const)('%s', (_name, name, taken, expected) => expect(codeOf(canBeNamed(name, taken))).toBe(expected))

  it.each([
    ['BR-80 in weeks', 'P104W', 'allowed'], ['BR-80 a year in months', 'P12M', 'allowed'],
    ['BR-80 months', 'P6M', 'gdap.duration_in_months'], ['BR-80 more months than two years', 'P36M', 'gdap.duration'],
    ['BR-80 hours', 'PT24H', 'gdap.duration_not_in_days'], ['BR-80 a number', '365', 'gdap.duration_not_in_days'],
    ['BR-80 three years', 'P3Y', 'gdap.duration'], ['BR-80 no days', 'P0D', 'gdap.duration'],
    ['BR-80 two years', 'P2Y', 'allowed'], ['BR-80 too long', 'P731D', 'gdap.duration'], ['BR-81 no end', '', 'gdap.duration'],
  ] as const)('%s', (_name, duration, expected) => expect(codeOf(canLast(duration))).toBe(expected))

  it.each([
    ['BR-83 built-in roles', [reader, support], 'allowed'],
    ['BR-83 an unknown one', [reader, '00000000-0000-4000-8000-000000000000'], 'gdap.unknown_role'],
    ['BR-83 one twice', [reader, reader], 'gdap.unknown_role'],
  ] as const)('%s', (_name, roles, expected) => expect(codeOf(canHoldRoles(roles))).toBe(expected))

  it.each([
    ['BR-86 half a year', [reader], 'P180D', 'allowed'],
    ['BR-86 off', [reader], 'PT0S', 'allowed'],
    ['BR-86 off, in days', [globalAdmin], 'P0D', 'allowed'],
    ['BR-86 a quarter', [reader], 'P90D', 'gdap.auto_extend_duration'],
    ['BR-87 with Global administrator', [reader, globalAdmin], 'P180D', 'gdap.global_administrator_blocks_auto_extend'],
  ] as const)('%s', (_name, roles, duration, expected) => expect(codeOf(canAutoExtend(roles, duration))).toBe(expected))
})

const only = (statuses: readonly GdapStatus[], refusal: string) =>
  gdapStatuses.map((status) => [status, statuses.includes(status) ? 'allowed' : refusal] as const)

describe('what a partner may do in which status', () => {
  it.each(only(['created'], 'gdap.finalised'))('BR-80 edit or delete in %s: %s', (status, expected) => {
    expect(codeOf(canEdit(agent, relationship({ status })))).toBe(expected)
    expect(codeOf(canDelete(agent, relationship({ status })))).toBe(expected)
  })
  it.each(only(['created'], 'gdap.finalised'))('BR-83 finalise in %s: %s', (status, expected) =>
    expect(codeOf(canFinalise(agent, relationship({ status })))).toBe(expected))
  const startedStatuses = ['approved', 'activating', 'active', 'expiring'] as const
  it.each(only(startedStatuses, 'gdap.nothing_to_terminate'))('BR-94 terminate in %s: %s', (status, expected) =>
    expect(codeOf(canTerminate(agent, forCustomer({ status })))).toBe(expected))
  it.each(only(['created', 'active', 'expiring'], 'gdap.not_standing'))('BR-89 auto-extend in %s: %s', (status, expected) =>
    expect(codeOf(canSetAutoExtend(agent, forCustomer({ status }), 'P180D', now))).toBe(expected))

  it('BR-87 auto-extend with Global administrator, which the partner itself removes', () =>
    expect(codeOf(canSetAutoExtend(agent, forCustomer({ status: 'active', roles: [globalAdmin] }), 'P180D', now)))
      .toBe('gdap.global_administrator_blocks_auto_extend'))

  it.each<[string, Partial<GdapRelationship>, string]>([
    ['BR-83 without a role', { roles: [] }, 'gdap.needs_role'],
    ['BR-83 with a role that is none', { roles: ['x'] }, 'gdap.unknown_role'],
    ['BR-79 before the reseller consents', { isPartnerConsentPending: true }, 'gdap.your_consent_pending'],
  ])('finalise %s', (_name, changes, expected) => expect(codeOf(canFinalise(agent, relationship(changes)))).toBe(expected))

  it.each([
    ['BR-77 of another partner', actor('direct_partner', 'admin_agent'), 'gdap.not_yours'],
    ['BR-77 as sales agent', actor('indirect_provider', 'sales_agent'), 'gdap.needs_admin_agent'],
  ] as const)('edit %s', (_name, who, expected) => expect(codeOf(canEdit(who, relationship()))).toBe(expected))

  const unanswered = forCustomer({ isPartnerConsentPending: true })
  it.each<[string, Verdict]>([
    ['edits', canEdit(agent, unanswered)],
    ['throws away', canDelete(agent, unanswered)],
    ['gives other roles to', canChangeRoles(agent, unanswered, [support], now)],
    ['turns on auto-extend of', canSetAutoExtend(agent, unanswered, 'P180D', now)],
    ['turns off auto-extend of', canSetAutoExtend(agent, unanswered, 'PT0S', now)],
  ])('BR-79 before it consents nobody %s what its provider made', (_what, verdict) =>
    expect(codeOf(verdict)).toBe('gdap.your_consent_pending'))

  it.each([
    ['BR-79 while it is asked', true, 'allowed'],
    ['BR-79 when nobody asks', false, 'gdap.no_consent_pending'],
  ] as const)('consent %s', (_name, isPartnerConsentPending, expected) =>
    expect(codeOf(canConsent(agent, relationship({ isPartnerConsentPending }), [], 'consented'))).toBe(expected))

  it.each([
    ['a second yes', 'consented', 'consented', false, 'repeated'],
    ['a no after a yes', 'consented', 'rejected', false, 'gdap.consented_before'],
    ['a second no', 'rejected', 'rejected', true, 'repeated'],
    ['a yes after a no', 'rejected', 'consented', true, 'gdap.rejected_before'],
  ] as const)('BR-79 %s to what its provider made', (_name, said, answer, isGone, expected) =>
    expect(codeOf(canConsent(agent, isGone ? undefined : relationship(), [said], answer))).toBe(expected))

  const wanted: [string, GdapStatus, string[], string[], string][] = [
    ['BR-88 Global administrator goes', 'active', [reader, globalAdmin], [reader], 'allowed'],
    ['BR-88 it was the only one', 'active', [globalAdmin], [], 'gdap.only_global_administrator_goes'],
    ['BR-88 another goes with it', 'active', [reader, support, globalAdmin], [reader], 'gdap.only_global_administrator_goes'],
    ['BR-88 another goes', 'active', [reader, support], [reader], 'gdap.only_global_administrator_goes'],
    ['BR-88 one is added', 'expiring', [reader], [reader, support], 'gdap.only_global_administrator_goes'],
    ['BR-88 while it waits', 'approvalPending', [reader, globalAdmin], [reader], 'gdap.not_standing'],
    ['BR-80 on a draft everything', 'created', [reader], [support], 'allowed'],
    ['BR-83 on a draft no unknown one', 'created', [reader], ['x'], 'gdap.unknown_role'],
  ]
  it.each(wanted)('%s', (_name, status, roles, next, expected) =>
    expect(codeOf(canChangeRoles(agent, forCustomer({ status, roles }), next, now))).toBe(expected))
})

describe('what a customer may do', () => {
  it.each(only(['approvalPending'], 'gdap.not_waiting_for_approval'))('BR-85 approve in %s: %s', (status, expected) =>
    expect(codeOf(canApprove(customerAdmin, relationship({ status })))).toBe(expected))
  it.each([
    ['BR-78 a partner', agent, {}, 'gdap.only_customer_approves'],
    ['BR-33 a user', actor('customer', 'user'), {}, 'admin_rights.needs_global_admin'],
    ['BR-85 another tenant', actor('customer', 'global_admin', { tenantId: 'other' }), {}, 'gdap.other_tenant'],
    ['BR-79 before the reseller consents', customerAdmin, { isPartnerConsentPending: true }, 'gdap.partner_consent_pending'],
    ['BR-85 the tenant that is named', customerAdmin, {}, 'allowed'],
    ['BR-33 by the role that is for granular rights alone', actor('customer', 'gdap_admin'), {}, 'allowed'],
  ] as const)('approve: %s', (_name, who, changes, expected) =>
    expect(codeOf(canApprove(who, forCustomer({ status: 'approvalPending', ...changes })))).toBe(expected))

  const afterItsYes: Partial<Record<GdapStatus, string>> = {
    approved: 'repeated', activating: 'repeated', active: 'repeated', expiring: 'repeated', expired: 'gdap.terminated_before',
    terminationRequested: 'gdap.terminated_before', terminating: 'gdap.terminated_before', terminated: 'gdap.terminated_before',
    unknownFutureValue: 'gdap.not_waiting_for_approval', created: 'gdap.not_waiting_for_approval', approvalPending: 'allowed',
  }
  it.each(gdapStatuses)('BR-78, BR-90 the tenant that it is for approves in %s', (status) =>
    expect(codeOf(canApprove(customerAdmin, forCustomer({ status })))).toBe(afterItsYes[status]))

  it('BR-94 a second end is the first', () =>
    expect(codeOf(canTerminate(customerAdmin, forCustomer({ status: 'terminated' }), ['terminated']))).toBe('repeated'))

  it.each([
    ['BR-94 its Global admin', customerAdmin, 'allowed'],
    ['BR-94 its admin of granular rights', actor('customer', 'gdap_admin'), 'allowed'],
    ['BR-94 its user', actor('customer', 'user'), 'admin_rights.needs_global_admin'],
    ['BR-94 another customer', actor('customer', 'global_admin', { tenantId: 'other' }), 'gdap.not_yours'],
  ] as const)('terminate: %s', (_name, who, expected) =>
    expect(codeOf(canTerminate(who, forCustomer({ status: 'active' })))).toBe(expected))

  it.each([
    ['BR-89 while it stands', 'active', [reader], 'P180D', 'allowed'],
    ['BR-89 before it stands', 'created', [reader], 'P180D', 'gdap.not_standing'],
    ['BR-87 with a role that only the partner removes', 'active', [globalAdmin], 'P180D', 'gdap.only_partner_unblocks_auto_extend'],
    ['BR-89 off again', 'expiring', [globalAdmin], 'PT0S', 'allowed'],
  ] as const)('auto-extend: %s', (_name, status, roles, duration, expected) =>
    expect(codeOf(canSetAutoExtend(customerAdmin, forCustomer({ status, roles }), duration, now))).toBe(expected))
})

describe('what is left once the end has come, before time has moved it on', () => {
  const ends = [
    ['before its end', tomorrow, 'allowed'], ['at its end', now.toISOString(), 'gdap.not_standing'],
    ['after it', yesterday, 'gdap.not_standing'],
  ] as const
  const parties = [['its partner', agent], ['its customer', customerAdmin]] as const
  const rows = ends.flatMap(([when, endDateTime, expected]) =>
    parties.map(([whose, who]) => ({ when, endDateTime, expected, whose, who })))

  it.each(rows)('BR-90 $when $whose turns auto-extend on or off: $expected', ({ endDateTime, expected, who }) => {
    for (const status of standingStatuses) {
      const codes = autoExtendDurations.map((each) => codeOf(canSetAutoExtend(who, forCustomer({ status, endDateTime }), each, now)))
      expect(new Set(codes)).toEqual(new Set([expected]))
    }
  })
  it.each(ends)('BR-90 %s Global administrator goes: %s %s', (_when, endDateTime, expected) => {
    const ending = forCustomer({ status: 'expiring', roles: [reader, globalAdmin], autoExtendDuration: 'P180D', endDateTime })
    expect(codeOf(canChangeRoles(agent, ending, [reader], now))).toBe(expected)
  })
  it.each(rows)('BR-94 $when $whose ends it: allowed', ({ endDateTime, who }) =>
    expect(codeOf(canTerminate(who, forCustomer({ status: 'active', endDateTime })))).toBe('allowed'))
})
