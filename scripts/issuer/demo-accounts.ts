import { demoPeople } from '../../server/store/demo/demo-people.ts'
import { type Account, accountOf, globalAdministrator } from './accounts.ts'

const appRoles: Readonly<Record<string, string>> = {
  admin_agent: 'AdminAgent', sales_agent: 'SalesAgent', helpdesk_agent: 'HelpdeskAgent',
}

/** Accounts for the demo's people of its provider's cloud, with the roles that they have, and for an administrator of an unknown tenant. */
export const demoAccounts = (): Account[] => [
  ...Object.values(demoPeople).flatMap(({ user, organization: { cloud, tenantId, domain, country } }) => {
    if (cloud !== demoPeople['provider.admin'].organization.cloud) return []
    const roles = user.roles.flatMap((role) => appRoles[role] ?? [])
    return accountOf(tenantId, domain, user.displayName, {
      roles, tenant_ctry: country, wids: user.roles.includes('global_admin') ? [globalAdministrator] : [],
      email: user.email, preferred_username: user.email,
    })
  }),
  accountOf('5c0f5c0f-2222-4333-8444-555566667777', 'graphicdesign.example', 'Graphic Design Admin', { wids: [globalAdministrator] }),
]
