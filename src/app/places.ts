import type { MessageId } from '../i18n/message-id.ts'
import type { IconName } from '../ui/marks/icon.tsx'
import { paths } from './paths.ts'

/** A screen that navigation leads to. */
export type Place = { to: string; label: MessageId; icon: IconName }

/** The pages about one's own organisation, a line each. */
export const organizationPages: readonly Place[] = [
  { to: paths.organization, label: 'organization.page.about', icon: 'organization' },
  { to: paths.people, label: 'organization.page.people', icon: 'person' },
  { to: paths.tokens, label: 'app.nav.tokens', icon: 'key' },
  { to: paths.sessions, label: 'organization.page.sessions', icon: 'signOut' },
  { to: paths.notices, label: 'notices.title', icon: 'mail' },
  { to: paths.webhooks, label: 'webhooks.title', icon: 'send' },
  { to: paths.audit, label: 'app.nav.audit', icon: 'document' },
]

/** The pages about admin rights, beside their list. */
export const rightsPages: readonly Place[] = [
  { to: paths.bulkGdapRequests, label: 'gdap-board.to.bulk', icon: 'upload' },
  { to: paths.autoExtend, label: 'gdap-board.to.auto_extend', icon: 'refresh' },
  { to: paths.access, label: 'gdap-board.to.access', icon: 'search' },
  { to: paths.roles, label: 'gdap-board.to.roles', icon: 'key' },
  { to: paths.roleTemplates, label: 'gdap-board.to.templates', icon: 'document' },
  { to: paths.dap, label: 'gdap-board.to.dap', icon: 'caution' },
]
