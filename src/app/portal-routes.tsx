import type { RouteObject } from 'react-router'
import answerWords from 'virtual:words/answer'
import auditWords from 'virtual:words/audit'
import gdapWords from 'virtual:words/delegated-admin'
import importWords from 'virtual:words/import'
import joiningWords from 'virtual:words/joining'
import moreWords from 'virtual:words/more'
import organizationWords from 'virtual:words/organization'
import { addWords, type Catalogues } from '../i18n/use-words.ts'

/** Loads a page with the messages that the customer list does not need. */
const withWords = (...words: readonly Catalogues[]) => <Page,>(fetchPage: () => Promise<Page>) => async (): Promise<Page> => {
  const [page] = await Promise.all([fetchPage(), addWords(...words)])
  return page
}
const withMore = withWords(moreWords, answerWords)
const withOrganization = withWords(moreWords, organizationWords)
const withLists = withWords(moreWords, answerWords, importWords)
const withRights = withWords(moreWords, answerWords, gdapWords)
const withJoining = withWords(moreWords, answerWords, joiningWords)
const withAudit = withWords(moreWords, gdapWords, organizationWords, auditWords)
const withRightsAndLists = withWords(moreWords, answerWords, gdapWords, importWords)

export const inside: RouteObject[] = [
  { index: true, lazy: withMore(() => import('../pages/home/home-page.tsx')) },
  { path: '/customers/import', lazy: withWords(importWords)(() => import('../pages/customers/import-page.tsx')) },
  { path: '/customers/:id', lazy: withMore(() => import('../pages/customers/customer-page.tsx')) },
  { path: '/invitations', lazy: withMore(() => import('../pages/invitations/invitations-page.tsx')) },
  { path: '/invitations/new', lazy: withMore(() => import('../pages/invitations/new-invitation-page.tsx')) },
  { path: '/invitations/templates', lazy: withMore(() => import('../pages/invitations/templates-page.tsx')) },
  { path: '/invitations/funnel', lazy: withMore(() => import('../pages/invitations/funnel-page.tsx')) },
  { path: '/invitations/reminder-settings', lazy: withMore(() => import('../pages/invitations/reminder-settings-page.tsx')) },
  { path: '/invitations/bulk', lazy: withLists(() => import('../pages/invitations/bulk-invitations-page.tsx')) },
  { path: '/invitations/:id', lazy: withMore(() => import('../pages/invitations/invitation-page.tsx')) },
  { path: '/requests', lazy: withMore(() => import('../pages/invitations/requests-page.tsx')) },
  { path: '/delegated-admin', lazy: withRights(() => import('../pages/gdap/gdap-list-page.tsx')) },
  { path: '/delegated-admin/new', lazy: withRights(() => import('../pages/gdap/new-gdap-request-page.tsx')) },
  { path: '/delegated-admin/bulk', lazy: withRightsAndLists(() => import('../pages/gdap/bulk-gdap-requests-page.tsx')) },
  { path: '/delegated-admin/auto-extend', lazy: withRights(() => import('../pages/gdap/auto-extend-page.tsx')) },
  { path: '/delegated-admin/access', lazy: withRights(() => import('../pages/gdap/access-page.tsx')) },
  { path: '/delegated-admin/roles', lazy: withRights(() => import('../pages/gdap/roles-page.tsx')) },
  { path: '/delegated-admin/templates', lazy: withRights(() => import('../pages/gdap/role-templates-page.tsx')) },
  { path: '/delegated-admin/dap', lazy: withRights(() => import('../pages/gdap/dap-page.tsx')) },
  { path: '/delegated-admin/:id', lazy: withRights(() => import('../pages/gdap/gdap-page.tsx')) },
  { path: '/partnerships', lazy: withMore(() => import('../pages/customers/partnerships-page.tsx')) },
  { path: '/my-partners', lazy: withRights(() => import('../pages/customers/my-partners-page.tsx')) },
  { path: '/my-partners/delegated-admin/:id', lazy: withRights(() => import('../pages/gdap/granted-rights-page.tsx')) },
  { path: '/organization/tokens', lazy: withOrganization(() => import('../pages/organization/tokens-page.tsx')) },
  { path: '/organization', lazy: withOrganization(() => import('../pages/organization/organization-page.tsx')) },
  { path: '/organization/sessions', lazy: withOrganization(() => import('../pages/organization/sessions-page.tsx')) },
  { path: '/organization/notices', lazy: withOrganization(() => import('../pages/organization/notices-page.tsx')) },
  { path: '/organization/people', lazy: withOrganization(() => import('../pages/organization/people-page.tsx')) },
  { path: '/organization/webhooks', lazy: withOrganization(() => import('../pages/organization/webhooks-page.tsx')) },
  { path: '/organization/webhooks/:id', lazy: withOrganization(() => import('../pages/organization/webhook-page.tsx')) },
  { path: '/organization/audit', lazy: withAudit(() => import('../pages/organization/audit-page.tsx')) },
  { path: '/rules', lazy: withMore(() => import('../pages/rules-page.tsx')) },
  { path: '/receipts/:id', lazy: withMore(() => import('../pages/invitations/receipt-page.tsx')) },
]

/** Pages that a Global admin opens by a link. */
export const outside: RouteObject[] = [
  { path: '/welcome', lazy: () => import('../pages/welcome-page.tsx') },
  { path: '/approve/:id', lazy: withRights(() => import('../pages/gdap/approval-page.tsx')) },
  { path: '/join/:providerId/:inviteId/:token', lazy: withJoining(() => import('../pages/joining/joining-page.tsx')) },
]
