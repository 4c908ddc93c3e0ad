const part = encodeURIComponent

/** Every address of the app; nothing else spells one out. */
export const paths = {
  home: '/',
  customers: '/customers',
  importCustomers: '/customers/import',
  /** `id` is the tenant id. */
  customer: (id: string) => `/customers/${part(id)}`,
  invitations: '/invitations',
  newInvitation: '/invitations/new',
  messageTemplates: '/invitations/templates',
  funnel: '/invitations/funnel',
  reminderSettings: '/invitations/reminder-settings',
  bulkInvitations: '/invitations/bulk',
  invitation: (id: string) => `/invitations/${part(id)}`,
  requests: (view?: string) => (view === undefined || view === 'open' ? '/requests' : `/requests?view=${part(view)}`),
  partnerships: '/partnerships',
  myPartners: '/my-partners',
  /** What a customer granted to a partner, and the receipt of it. */
  grantedRights: (id: string) => `/my-partners/delegated-admin/${part(id)}`,
  gdapList: '/delegated-admin',
  newGdapRequest: '/delegated-admin/new',
  bulkGdapRequests: '/delegated-admin/bulk',
  autoExtend: '/delegated-admin/auto-extend',
  access: '/delegated-admin/access',
  roles: '/delegated-admin/roles',
  roleTemplates: '/delegated-admin/templates',
  dap: '/delegated-admin/dap',
  gdap: (id: string) => `/delegated-admin/${part(id)}`,
  approval: (id: string) => `/approve/${part(id)}`,
  /** One rule, in its place on the rules screen. */
  rule: (id: string) => `/rules#${part(id)}`,
  rules: '/rules',
  receipt: (id: string) => `/receipts/${part(id)}`,
  acceptance: (token: string) => `/accept/${part(token)}`,
  signedOut: '/signed-out',
  /** `returnTo` is where the person wanted to go. */
  signIn: (returnTo?: string) => (returnTo && returnTo !== '/' ? `/sign-in?returnTo=${part(returnTo)}` : '/sign-in'),
}

/** Whether an address is outside the shell, for people who have not signed in. */
export const isPublic = (pathname: string): boolean =>
  pathname === paths.signedOut || isSignIn(pathname) ||
  ['/accept/', '/approve/', '/stop-reminders/'].some((start) => pathname.startsWith(start))

/** Whether this is where one says who one is. */
export const isSignIn = (pathname: string): boolean => pathname === paths.signIn()

/** Whether this is the address of an invitation's link. */
export const isInvitation = (pathname: string): boolean => pathname.startsWith('/accept/')

/** Whether the router knows the address from the start; the others come with the first of them. */
export const isKnownAtOnce = (pathname: string): boolean =>
  pathname === paths.customers || (isPublic(pathname) && !pathname.startsWith('/approve/'))
