import { createBrowserRouter, type RouteObject } from 'react-router'
import { requestHeadingFocus } from '../ui/focus/heading-focus.ts'
import { PageError, RootError } from './error-page.tsx'
import { isKnownAtOnce } from './paths.ts'
import { RootLayout } from './root-layout.tsx'

/** The parents of addresses that load later. */
const [outside, inside] = ['outside', 'inside']

const publicPages: RouteObject[] = [
  { path: '/sign-in', lazy: () => import('../pages/sign-in-page.tsx') },
  { path: '/signed-out', lazy: () => import('../pages/signed-out-page.tsx') },
  { path: '/stop-reminders/:partnerId/:invitationId/:token', lazy: () => import('../pages/invitations/stop-reminders-page.tsx') },
  { path: '/accept/:token', lazy: () => import('../pages/invitations/acceptance-page.tsx') },
]

const pages: RouteObject[] = [
  { path: '/customers', lazy: () => import('../pages/customers/customers-page.tsx') },
  { path: '*', lazy: () => import('../pages/not-found-page.tsx') },
]

const shell: RouteObject = {
  lazy: () => import('./frame/shell.tsx'), children: [{ id: inside, ErrorBoundary: PageError, children: pages }],
}

export type Router = ReturnType<typeof createRouter>

/**
 * Every address and its page. Public ones are outside the shell and do not load its code. All but these and the customer list load on
 * demand, to keep first loads small.
 */
export function createRouter() {
  const routes: RouteObject[] = [
    {
      Component: RootLayout,
      ErrorBoundary: RootError,
      children: [{ id: outside, ErrorBoundary: RootError, children: [...publicPages, shell] }],
    },
  ]
  const router = createBrowserRouter(routes, {
    patchRoutesOnNavigation: async ({ path: wanted, patch }) => {
      if (isKnownAtOnce(wanted)) return
      const more = await import('./portal-routes.tsx')
      patch(inside, more.inside)
      patch(outside, more.outside)
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
