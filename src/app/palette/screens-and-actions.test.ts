import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cloudPolicies } from '../../../domain/clouds/cloud-policies.ts'
import { actor } from '../../../domain/testing/facts.ts'
import { nextRow } from './palette-rows.ts'
import { actionsFor, named, screensFor } from './screens-and-actions.ts'

const { global, china } = cloudPolicies

const spoken = (locale: string) => {
  const words = Object.assign({}, ...['app', 'invitations', 'gdap-board', 'organization', 'notices', 'webhooks'].map((file) =>
    JSON.parse(readFileSync(new URL(`../../../locales/${locale}/${file}.json`, import.meta.url), 'utf8')))) as Record<string, string>
  return (id: string) => words[id] ?? id
}
const found = (locale: string, sought: string, who = actor('indirect_provider', 'sales_agent')) =>
  named(screensFor(who, global), sought, spoken(locale)).map(({ to }) => to)

describe('screens', () => {
  it.each([
    ['en', 'vitat', ['/invitations']],
    ['en', 'RULES', ['/rules']],
    ['pt-BR', 'solicitacoes', ['/requests']],
    ['de', 'rollenvor', ['/delegated-admin/templates']],
    ['ru', 'ЕЩЁ', ['/delegated-admin/dap']],
    ['ko', '초대', ['/invitations']],
    ['en', 'nothing of the kind', []],
  ])('in %s %s finds %j', (locale, sought, expected) => expect(found(locale, sought)).toEqual(expected))

  it('of a customer are its own, not those of partners', () => {
    const shown = screensFor(actor('customer', 'global_admin'), global).map(({ to }) => to)
    expect(shown).toContain('/my-partners')
    expect(shown.filter((to) => /^\/(customers|invitations|delegated-admin|partnerships)/.test(to))).toEqual([])
  })

  it('about granular rights are not there where the cloud has none, but what DAP is in place', () => {
    const shown = screensFor(actor('indirect_provider', 'admin_agent'), china).map(({ to }) => to)
    expect(shown.filter((to) => to.startsWith('/delegated-admin/'))).toEqual(['/delegated-admin/dap'])
  })
})

describe('actions', () => {
  const verdicts = (...[who, policy = global]: [ReturnType<typeof actor>, (typeof cloudPolicies)['global']?]) =>
    Object.fromEntries(actionsFor(who, policy).map(({ to, verdict }) => [to, verdict.allowed ? 'allowed' : verdict.code]))

  it('of a provider’s sales agent', () =>
    expect(verdicts(actor('indirect_provider', 'sales_agent'))).toEqual({
      '/invitations/new': 'allowed',
      '/invitations/bulk': 'allowed',
      '/customers/import': 'allowed',
      '/delegated-admin/new': 'gdap.needs_admin_agent',
      '/delegated-admin/bulk': 'gdap.needs_admin_agent',
      '/partnerships': 'partnership.needs_admin_agent',
      '/organization/tokens': 'allowed',
    }))

  it('of a reseller’s admin agent', () =>
    expect(verdicts(actor('indirect_reseller', 'admin_agent'))).toEqual({
      '/invitations/new': 'invitation.reseller_cannot_create',
      '/invitations/bulk': 'invitation.reseller_cannot_create',
      '/customers/import': 'import.only_relationship_owners',
      '/delegated-admin/new': 'allowed',
      '/delegated-admin/bulk': 'allowed',
      '/partnerships': 'partnership.only_provider_requests',
      '/organization/tokens': 'allowed',
    }))

  it('follow the cloud', () =>
    expect(verdicts(actor('indirect_provider', 'admin_agent'), china)['/delegated-admin/new']).toBe('gdap.cloud_undocumented'))

  it('of a customer are its own', () =>
    expect(verdicts(actor('customer', 'global_admin'))).toEqual({ '/organization/tokens': 'allowed' }))
})

it.each([
  ['ArrowDown', 2, 0], ['ArrowUp', 0, 2], ['Home', 1, undefined], ['End', 0, 2], ['a', 0, undefined],
] as const)('%s in row %j of three leads to %j while the caret is at the end', (key, at, expected) =>
  expect(nextRow(key, at, 3, { isFirst: false, isLast: true })).toBe(expected))
