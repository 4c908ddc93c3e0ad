import type { RouteObject } from 'react-router'
import { delegatedAdminWords } from '../i18n/delegated-admin-words.ts'
import { moreWords } from '../i18n/more-words.ts'
import { addWords } from '../i18n/use-words.ts'

/** A page together with the words that only the screens of admin rights say. */
const withWords = <Page,>(fetchPage: () => Promise<Page>) => async (): Promise<Page> => {
  const [page] = await Promise.all([fetchPage(), addWords(moreWords, delegatedAdminWords)])
  return page
}

/** Inside the shell. */
export const inside: RouteObject[] = [
  { path: '/delegated-admin', lazy: withWords(() => import('../pages/delegated-admin-page.tsx')) },
  { path: '/delegated-admin/new', lazy: withWords(() => import('../pages/new-gdap-request-page.tsx')) },
  { path: '/delegated-admin/bulk', lazy: withWords(() => import('../pages/bulk-gdap-requests-page.tsx')) },
  { path: '/delegated-admin/auto-extend', lazy: withWords(() => import('../pages/auto-extend-page.tsx')) },
  { path: '/delegated-admin/access', lazy: withWords(() => import('../pages/access-page.tsx')) },
  { path: '/delegated-admin/roles', lazy: withWords(() => import('../pages/roles-page.tsx')) },
  { path: '/delegated-admin/templates', lazy: withWords(() => import('../pages/role-templates-page.tsx')) },
  { path: '/delegated-admin/dap', lazy: withWords(() => import('../pages/dap-page.tsx')) },
  { path: '/delegated-admin/:id', lazy: withWords(() => import('../pages/gdap-page.tsx')) },
  { path: '/my-partners', lazy: withWords(() => import('../pages/my-partners-page.tsx')) },
  { path: '/my-partners/delegated-admin/:id', lazy: withWords(() => import('../pages/granted-rights-page.tsx')) },
]

/** Where a customer's Global admin comes by a link. */
export const outside: RouteObject[] = [{ path: '/approve/:id', lazy: withWords(() => import('../pages/approval-page.tsx')) }]
