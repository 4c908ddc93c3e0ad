import { describe, expect, it } from 'vitest'
import { auditActions } from '../audit/actions.ts'
import { actor, codeOf } from '../testing/facts.ts'
import { rolesAt } from '../people/abilities.ts'
import { nextGathering, noticeOf, tellsDoer } from './notice.ts'
import { howsOf, noticeKinds, noticeReaders, noticesFor, usualOf } from './notice-kinds.ts'
import { canChoose } from './rules.ts'

const kinds = ['direct_partner', 'indirect_provider', 'indirect_reseller', 'customer'] as const

describe('who may get which mails, and how until they choose', () => {
  it.each([
    ['indirect_provider', 'global_admin', { invitations: 'at_once', answers: 'never', partnerships: 'at_once', security: 'at_once' }],
    ['indirect_provider', 'admin_agent', { invitations: 'at_once', answers: 'never', partnerships: 'at_once', admin_rights: 'at_once' }],
    ['indirect_provider', 'sales_agent', { invitations: 'at_once', answers: 'never' }],
    ['indirect_provider', 'helpdesk_agent', {}],
    ['direct_partner', 'admin_agent', { invitations: 'at_once', answers: 'never', admin_rights: 'at_once' }],
    ['indirect_reseller', 'global_admin', { invitations: 'at_once', answers: 'daily', partnerships: 'at_once', security: 'at_once' }],
    ['indirect_reseller', 'admin_agent', { invitations: 'at_once', answers: 'daily', admin_rights: 'at_once' }],
    ['customer', 'global_admin', { admin_rights: 'at_once', admin_rights_asked: 'at_once', security: 'at_once' }],
    ['customer', 'gdap_admin', { admin_rights_asked: 'at_once' }],
    ['customer', 'user', {}],
  ] as const)('%s, %s', (kind, role, expected) =>
    expect(Object.fromEntries(noticesFor(actor(kind, role)).map((each) => [each, usualOf(each, kind)]))).toEqual(expected))

  it('the store asks for the same people by role', () => {
    for (const at of kinds) for (const role of rolesAt(at))
      expect(noticeReaders.filter((each) => each.at === at && each.roles.includes(role)).map(({ kind }) => kind), `${at} ${role}`)
        .toEqual(noticesFor(actor(at, role)))
  })

  it.each([
    ['customer', 'global_admin', 'security', 'daily', 'allowed'],
    ['customer', 'user', 'security', 'never', 'notice.not_offered'],
    ['customer', 'global_admin', 'answers', 'at_once', 'notice.not_offered'],
    ['indirect_provider', 'sales_agent', 'invitations', 'never', 'allowed'],
    ['indirect_provider', 'sales_agent', 'invitations', 'daily', 'notice.not_offered'],
  ] as const)('a %s’s %s chooses %s %s: %s', (at, role, kind, how, expected) =>
    expect(codeOf(canChoose(actor(at, role), { kind, how }))).toBe(expected))

  it('what is about one thing alone is not gathered', () =>
    expect(noticeKinds.filter((kind) => !howsOf(kind).includes('daily'))).toEqual(['invitations', 'admin_rights']))
})

describe('an entry of the log', () => {
  const roles = (before: string, after: string) => JSON.stringify({ roles: { before, after } })
  it.each([
    ['invitation.accepted', 'invitations', null, 'answers'],
    ['invitation.accepted', 'receipts', null, undefined],
    ['invitation.opened', 'invitations', null, undefined],
    ['partnership.removed', 'partnerships', null, 'partnerships'],
    ['gdap.finalised', 'delegated-admin', null, 'admin_rights_asked'],
    ['token.made', 'tokens', null, 'security'],
    ['webhook.disabled', 'webhooks', null, 'security'],
    ['person.removed', 'people', null, 'security'],
    ['person.roles_changed', 'people', roles('sales_agent', 'admin_agent, sales_agent'), undefined],
    ['person.roles_changed', 'people', roles('sales_agent', 'global_admin, sales_agent'), 'security'],
    ['person.roles_changed', 'people', roles('global_admin', ''), 'security'],
    ['person.signed_in', 'people', null, undefined],
    ['person.signed_in', 'people', roles('', 'global_admin'), 'security'],
  ] as const)('%s of %s, %s: %s', (action, noun, changed, expected) => {
    expect(auditActions).toContain(action)
    expect(noticeOf({ action, noun, changed })).toBe(expected)
  })

  it('whoever makes a token is told, too', () =>
    expect([tellsDoer({ action: 'token.made' }), tellsDoer({ action: 'partnership.requested' })]).toEqual([true, false]))
})

it.each([
  ['UTC', '2026-03-02T07:59:00.000Z', '2026-03-02T08:00:00.000Z'],
  ['UTC', '2026-03-02T08:00:00.000Z', '2026-03-03T08:00:00.000Z'],
  ['Asia/Seoul', '2026-03-02T09:00:00.000Z', '2026-03-02T23:00:00.000Z'],
  ['America/Sao_Paulo', '2026-03-02T09:00:00.000Z', '2026-03-02T11:00:00.000Z'],
])('in %s, what is gathered at %s leaves at %s', (zone, at, leaves) => expect(nextGathering(at, zone)).toBe(leaves))
