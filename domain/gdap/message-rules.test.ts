import { expect, it } from 'vitest'
import type { PartnerKind } from '../organizations/kinds.ts'
import type { Role } from '../session/roles.ts'
import { actor, organization, told } from '../testing/facts.ts'
import { canHandOverRequest } from './message-rules.ts'
import { gdapStatuses } from './states.ts'
import { forCustomer } from './testing.ts'

it.each<[string, PartnerKind | 'customer', Role, string]>([
  ['BR-77 provider, admin agent', 'indirect_provider', 'admin_agent', 'allowed'],
  ['BR-77 provider, sales agent', 'indirect_provider', 'sales_agent', 'gdap.needs_admin_agent BR-77'],
  ['BR-77 provider, helpdesk agent', 'indirect_provider', 'helpdesk_agent', 'gdap.needs_admin_agent BR-77'],
  ['BR-77 provider, Global admin', 'indirect_provider', 'global_admin', 'gdap.needs_admin_agent BR-77'],
  ['BR-77 another partner', 'indirect_reseller', 'admin_agent', 'gdap.not_yours BR-77'],
  ['BR-77 the customer', 'customer', 'global_admin', 'gdap.not_yours BR-77'],
])('a request is handed over: %s', (_who, kind, role, expected) =>
  expect(told(canHandOverRequest(actor(kind, role), forCustomer({ status: 'approvalPending' })))).toBe(expected))

it.each(['indirect_reseller', 'direct_partner'] as const)('BR-77 an admin agent of a %s hands over its own', (kind) =>
  expect(told(canHandOverRequest(actor(kind, 'admin_agent'), forCustomer({ status: 'approvalPending', partner: organization(kind) }))))
    .toBe('allowed'))

it.each(gdapStatuses)('BR-79 one that is %s, only while the customer can answer it', (status) =>
  expect(told(canHandOverRequest(actor('indirect_provider', 'admin_agent'), forCustomer({ status }))))
    .toBe(status === 'approvalPending' ? 'allowed' : 'gdap.nothing_to_hand_over BR-79'))
