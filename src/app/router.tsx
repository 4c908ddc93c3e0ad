import { createBrowserRouter, type RouteObject } from 'react-router'
import { moreWords } from '../i18n/more-words.ts'
import { addWords } from '../i18n/use-words.ts'
import { requestHeadingFocus } from '../ui/heading-focus.ts'
import { PageError, RootError } from './error-page.tsx'
import { isAboutAdminRights } from './paths.ts'
import { RootLayout, Starting } from './root-layout.tsx'

/** Where the addresses that are fetched later belong. */
const [outside, portal] = ['outside', 'portal']

const publicPages: RouteObject[] = [
  { path: '/sign-in', lazy: () => import('../pages/sign-in-page.tsx') },
  { path: '/signed-out', lazy: () => import('../pages/signed-out-page.tsx') },
  { path: '/stop-reminders/:partnerId/:invitationId/:token', lazy: () => import('../pages/stop-reminders-page.tsx') },
  { path: '/accept/:token', lazy: () => import('../pages/acceptance-page.tsx') },
]

/** A page together with the words that the customer list can do without. */
const withWords = <Page,>(fetchPage: () => Promise<Page>) => async (): Promise<Page> => {
  const [page] = await Promise.all([fetchPage(), addWords(moreWords)])
  return page
}

const pages: RouteObject[] = [
  { index: true, lazy: withWords(() => import('../pages/home-page.tsx')) },
  { path: '/customers', lazy: () => import('../pages/customers-page.tsx') },
  { path: '/customers/import', lazy: () => import('../pages/import-page.tsx') },
  { path: '/customers/:id', lazy: withWords(() => import('../pages/customer-page.tsx')) },
  { path: '/invitations', lazy: withWords(() => import('../pages/invitations-page.tsx')) },
  { path: '/invitations/new', lazy: withWords(() => import('../pages/new-invitation-page.tsx')) },
  { path: '/invitations/templates', lazy: withWords(() => import('../pages/templates-page.tsx')) },
  { path: '/invitations/funnel', lazy: withWords(() => import('../pages/funnel-page.tsx')) },
  { path: '/invitations/reminder-settings', lazy: withWords(() => import('../pages/reminder-settings-page.tsx')) },
  { path: '/invitations/bulk', lazy: withWords(() => import('../pages/bulk-invitations-page.tsx')) },
  { path: '/invitations/:id', lazy: withWords(() => import('../pages/invitation-page.tsx')) },
  { path: '/requests', lazy: withWords(() => import('../pages/requests-page.tsx')) },
  { path: '/partnerships', lazy: () => import('../pages/partnerships-page.tsx') },
  { path: '/rules', lazy: () => import('../pages/rules-page.tsx') },
  { path: '/receipts/:id', lazy: () => import('../pages/receipt-page.tsx') },
  { path: '*', lazy: () => import('../pages/not-found-page.tsx') },
]

const shell: RouteObject = { lazy: () => import('./shell.tsx'), children: [{ id: portal, ErrorBoundary: PageError, children: pages }] }

/**
 * Every address and the page behind it. The public ones are outside the shell and do not fetch its code; those about admin rights are known
 * only once one of them is gone to, so that an invitation's page and the customer list do not carry them.
 */
export function createRouter() {
  const routes: RouteObject[] = [
    {
      Component: RootLayout,
      HydrateFallback: Starting,
      ErrorBoundary: RootError,
      children: [{ id: outside, ErrorBoundary: RootError, children: [...publicPages, shell] }],
    },
  ]
  const router = createBrowserRouter(routes, {
    patchRoutesOnNavigation: async ({ path, patch }) => {
      if (!isAboutAdminRights(path)) return
      const { inside, outside: beside } = await import('./delegated-admin-routes.tsx')
      patch(portal, inside)
      patch(outside, beside)
    },
  })
  let path = router.state.location.pathname
  router.subscribe(({ navigation, location }) => {
    const going = (navigation.location ?? location).pathname
    if (going !== path) requestHeadingFocus()
    path = going
  })
  return router
}
