import type { PartnerKind } from '../../organizations/kinds.ts'
import { roleNamed } from './catalogue.ts'

/** Jobs that a partner's people do for customers; the catalogue has the words under `roles.template.` + id. */
export const templateIds = ['account_manager', 'service_desk_agent', 'specialist', 'escalation_engineer', 'administrator'] as const
export type TemplateId = (typeof templateIds)[number]

const roles = (...names: string[]): readonly string[] => names.map(roleNamed)

/** BR-98, BR-102a: the least roles for each job. None holds Global administrator, so each may auto-extend (BR-87). */
export const roleTemplates: Record<TemplateId, readonly string[]> = {
  account_manager: roles('Directory Readers', 'Global Reader', 'License Administrator', 'Service Support Administrator'),
  service_desk_agent: roles(
    'Directory Readers', 'Helpdesk Administrator', 'License Administrator', 'Service Support Administrator', 'User Administrator',
  ),
  specialist: roles(
    'Directory Readers', 'Exchange Administrator', 'Groups Administrator', 'Intune Administrator', 'Service Support Administrator',
    'SharePoint Administrator', 'Teams Administrator',
  ),
  escalation_engineer: roles(
    'Application Administrator', 'Authentication Administrator', 'Conditional Access Administrator', 'Directory Readers', 'Global Reader',
    'Security Administrator', 'Service Support Administrator', 'User Administrator',
  ),
  administrator: roles(
    'Cloud Application Administrator', 'Directory Readers', 'Directory Writers', 'Exchange Administrator', 'Global Reader',
    'Intune Administrator', 'Privileged Authentication Administrator', 'Privileged Role Administrator', 'Security Administrator',
    'Service Support Administrator', 'SharePoint Administrator', 'Teams Administrator', 'User Administrator',
  ),
}

/** BR-102a: tasks and the least role for each; the words are under `roles.task.` + id. */
export const leastRoleByTask = {
  submit_support_ticket: roleNamed('Service Support Administrator'),
  manage_users: roleNamed('User Administrator'),
  assign_licenses: roleNamed('License Administrator'),
  reset_password_of_user: roleNamed('Password Administrator'),
  reset_password_at_helpdesk: roleNamed('Helpdesk Administrator'),
  reset_password_of_privileged_admin: roleNamed('Privileged Authentication Administrator'),
  change_authentication_methods: roleNamed('Authentication Administrator'),
  add_user_to_directory_role: roleNamed('Privileged Role Administrator'),
  invite_guests: roleNamed('Guest Inviter'),
  manage_groups: roleNamed('Groups Administrator'),
  read_directory: roleNamed('Directory Readers'),
  read_everything: roleNamed('Global Reader'),
  change_privileged_admin_name: roleNamed('Global Administrator'),
} as const

const everyPartner = roles(
  'Directory Readers', 'Directory Writers', 'License Administrator', 'Service Support Administrator', 'User Administrator',
  'Privileged Role Administrator', 'Helpdesk Administrator', 'Privileged Authentication Administrator', 'Global Reader',
)
const applications = roles('Cloud Application Administrator', 'Application Administrator')

/** BR-96: the roles of the default GDAP of a new customer, by the kind of its partner. */
export const defaultRoles = (kind: PartnerKind): readonly string[] =>
  kind === 'indirect_reseller' ? everyPartner : [...everyPartner, ...applications]

const forProviders = roles(
  'Directory Readers', 'Directory Writers', 'Global Reader', 'User Administrator', 'License Administrator',
  'Service Support Administrator', 'Helpdesk Administrator',
)

/** BR-102a: the recommended set for a kind of partner: the short one for providers, service management for others. */
export const recommendedRoles = (kind: PartnerKind): readonly string[] =>
  kind === 'indirect_provider' ? forProviders : roleTemplates.administrator

/** Lists what a template has and a live relationship lacks, and the reverse; both empty: no drift. */
export const driftOf = (template: readonly string[], live: readonly string[]): { missing: string[]; extra: string[] } => ({
  missing: template.filter((id) => !live.includes(id)),
  extra: live.filter((id) => !template.includes(id)),
})
