import type { Page } from '@playwright/test'
import type { GdapRelationshipOnWire } from '../domain/gdap/schemas.ts'
import type { Invitation } from '../domain/invitations/schemas.ts'
import { call, invite, resellerOf, unknownToken } from './steps.ts'

export type Screen = { name: string; path: string }

/** Every screen of a partner's person, with data; invitations in up to this many states. */
export async function partnerScreens(page: Page, mostStates = 9): Promise<Screen[]> {
  const { items: all } = await call<{ items: { id: string }[] }>(page, 'GET', '/api/customers?limit=1')
  const { items: rich } = await call<{ items: { id: string }[] }>(page, 'GET', '/api/customers?search=tailspin&limit=1')
  const { items: invitations } = await call<{ items: Invitation[] }>(page, 'GET', '/api/invitations?limit=200')
  const states = new Map(invitations.map(({ id, state }) => [state, id]))
  return [
    { name: 'home', path: '/' },
    { name: 'customers', path: '/customers' },
    { name: 'customers-none', path: '/customers?search=nobody-is-called-so' },
    { name: 'import', path: '/customers/import' },
    ...[...rich, ...all].slice(0, 1).map(({ id }) => ({ name: 'customer', path: `/customers/${id}` })),
    { name: 'invitations', path: '/invitations' },
    { name: 'invitation-new', path: '/invitations/new' },
    { name: 'templates', path: '/invitations/templates?language=ko' },
    { name: 'invitations-bulk', path: '/invitations/bulk' },
    { name: 'funnel', path: '/invitations/funnel' },
    { name: 'reminder-settings', path: '/invitations/reminder-settings' },
    ...[...states].slice(0, mostStates).map(([state, id]) => ({ name: `invitation-${state}`, path: `/invitations/${id}` })),
    { name: 'requests', path: '/requests?view=all' },
    ...(await adminRightsScreens(page)),
    { name: 'partnerships', path: '/partnerships' },
    { name: 'tokens', path: '/organization/tokens' },
    { name: 'people', path: '/organization/people' },
    { name: 'notices', path: '/organization/notices' },
    { name: 'webhooks', path: '/organization/webhooks' },
    { name: 'organization', path: '/organization' },
    { name: 'sessions', path: '/organization/sessions' },
    { name: 'audit', path: '/organization/audit' },
    { name: 'audit-none', path: '/organization/audit?outcome=refused&through=token' },
    { name: 'rules', path: '/rules' },
    { name: 'not-found', path: '/no-such-page' },
  ]
}

/** The GDAP and DAP screens, with a relationship in every status that looks different. */
async function adminRightsScreens(page: Page): Promise<Screen[]> {
  const { items } = await call<{ items: GdapRelationshipOnWire[] }>(page, 'GET', '/api/delegated-admin/relationships?limit=200')
  const states = new Map(items.map((relationship) => [relationship.status, relationship.id]))
  const shown = (['created', 'approvalPending', 'active', 'expired'] as const).flatMap((status) => {
    const id = states.get(status)
    return id === undefined ? [] : [{ name: `rights-${status}`, path: `/delegated-admin/${id}` }]
  })
  return [
    { name: 'rights', path: '/delegated-admin' },
    { name: 'rights-none', path: '/delegated-admin?search=nothing-is-called-so' },
    ...shown,
    { name: 'rights-new', path: '/delegated-admin/new' },
    { name: 'rights-bulk', path: '/delegated-admin/bulk' },
    { name: 'rights-auto-extend', path: '/delegated-admin/auto-extend' },
    { name: 'rights-access', path: '/delegated-admin/access' },
    { name: 'rights-roles', path: '/delegated-admin/roles?search=password' },
    { name: 'rights-templates', path: '/delegated-admin/templates' },
    { name: 'rights-dap', path: '/delegated-admin/dap' },
  ]
}

/** Every screen of a customer's person. */
export async function customerScreens(page: Page): Promise<Screen[]> {
  const { items: receipts } = await call<{ items: { id: string }[] }>(page, 'GET', '/api/receipts')
  const { items: granular } = await call<{ items: GdapRelationshipOnWire[] }>(page, 'GET', '/api/delegated-admin/relationships')
  const inStatus = (wanted: RegExp) => granular.filter(({ status }) => wanted.test(status)).slice(0, 1)
  return [
    { name: 'home', path: '/' },
    { name: 'requests', path: '/requests?view=all' },
    { name: 'my-partners', path: '/my-partners' },
    ...inStatus(/^(active|expiring)$/).map(({ id }) => ({ name: 'granted-rights', path: `/my-partners/delegated-admin/${id}` })),
    ...inStatus(/^approvalPending$/).map(({ id }) => ({ name: 'approval', path: `/approve/${id}` })),
    ...inStatus(/^terminated$/).map(({ id }) => ({ name: 'approval-ended', path: `/approve/${id}` })),
    { name: 'tokens', path: '/organization/tokens' },
    { name: 'people', path: '/organization/people' },
    { name: 'notices', path: '/organization/notices' },
    { name: 'organization', path: '/organization' },
    { name: 'sessions', path: '/organization/sessions' },
    { name: 'audit', path: '/organization/audit' },
    { name: 'rules', path: '/rules#BR-28' },
    ...receipts.slice(0, 1).map(({ id }) => ({ name: 'receipt', path: `/receipts/${id}` })),
  ]
}

/** Links for the acceptance page: an open invitation through a reseller in the language, and a withdrawn one. */
export async function acceptanceScreens(maker: Page, language: string): Promise<Screen[]> {
  const via = { delivery: 'via_reseller', resellerId: await resellerOf(maker, 'Litware Resell') } as const
  const { link } = await invite(maker, { ...via, language, customer: { companyName: 'Northwind Traders' } })
  const gone = await invite(maker, { language })
  await call(maker, 'POST', `/api/invitations/${gone.id}/withdraw`)
  return [
    { name: 'acceptance', path: new URL(link).pathname },
    { name: 'acceptance-withdrawn', path: new URL(gone.link).pathname },
    { name: 'stop-reminders', path: `/stop-reminders/${gone.inviter.id}/${gone.id}/${unknownToken}` },
    { name: 'acceptance-unknown', path: `/accept/${unknownToken}` },
  ]
}

/** Links for the page where a reseller joins: of an invitation that an Admin agent of a provider makes, and of none. */
export async function joiningScreens(maker: Page): Promise<Screen[]> {
  const invited = { tenantId: crypto.randomUUID(), displayName: 'Fourth Coffee' }
  const { link } = await call<{ link: string }>(maker, 'POST', '/api/reseller-invites', invited)
  const { pathname } = new URL(link)
  return [{ name: 'joining', path: pathname }, { name: 'joining-unknown', path: pathname.replace(/[^/]+$/, unknownToken) }]
}
