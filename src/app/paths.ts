const part = encodeURIComponent

/** Every address of the app; no other file spells one out. */
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
  /** What a customer granted to a partner, with its receipt. */
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
  tokens: '/organization/tokens',
  /** A provider's link for a reseller. */
  joining: ({ providerId, inviteId, token }: { providerId: string; inviteId: string; token: string }) =>
    `/join/${part(providerId)}/${part(inviteId)}/${part(token)}`,
  welcome: (returnTo: string) => `/welcome?returnTo=${part(returnTo)}`,
  approval: (id: string) => `/approve/${part(id)}`,
  organization: '/organization',
  sessions: '/organization/sessions',
  people: '/organization/people',
  audit: '/organization/audit',
  notices: '/organization/notices',
  webhooks: '/organization/webhooks',
  webhook: (id: string) => `/organization/webhooks/${part(id)}`,
  rule: (id: string) => `/rules#${part(id)}`,
  rules: '/rules',
  receipt: (id: string) => `/receipts/${part(id)}`,
  acceptance: (token: string) => `/accept/${part(token)}`,
  signedOut: '/signed-out',
  /** `returnTo` is the page to return to. */
  signIn: (returnTo?: string) => (returnTo && returnTo !== '/' ? `/sign-in?returnTo=${part(returnTo)}` : '/sign-in'),
}

/** Whether an address is public. */
export const isPublic = (pathname: string): boolean =>
  pathname === paths.signedOut || isSignIn(pathname) ||
  ['/accept/', '/approve/', '/join/', '/stop-reminders/', '/welcome'].some((start) => pathname.startsWith(start))

export const isSignIn = (pathname: string): boolean => pathname === paths.signIn()

export const isInvitation = (pathname: string): boolean => pathname.startsWith('/accept/')

/** Whether the router knows the address from the start; the others load with the first of them. */
export const isKnownAtOnce = (pathname: string): boolean =>
  pathname === paths.customers || (isPublic(pathname) && !['/approve/', '/join/', '/welcome'].some((start) => pathname.startsWith(start)))
