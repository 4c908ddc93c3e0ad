import { NavLink } from 'react-router'
import { paths } from '../../app/paths.ts'
import type { MessageId } from '../../i18n/message-id.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Elements } from '../../ui/elements.ts'
import { joined } from '../../ui/joined.ts'
import { Row } from '../../ui/looks/layout.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { Icon, type IconName } from '../../ui/marks/icon.tsx'
import viewStyles from '../../ui/lists/view-links.module.css'
import styles from './organization-frame.module.css'

/** The pages of the group, a line each. */
const pages: readonly (readonly [path: string, label: MessageId, icon: IconName])[] = [
  [paths.organization, 'organization.page.about', 'organization'],
  [paths.people, 'organization.page.people', 'person'],
  [paths.tokens, 'app.nav.tokens', 'key'],
  [paths.sessions, 'organization.page.sessions', 'signOut'],
  [paths.notices, 'notices.title', 'mail'],
  [paths.webhooks, 'webhooks.title', 'send'],
  [paths.audit, 'app.nav.audit', 'document'],
]

type Props = {
  title: string
  lead?: string
  action?: Elements
  /** The page that this one is a part of. */
  back?: { to: string; label: string }
  children: Elements
}

/** The frame of every page about one's own organisation, with links to the others. */
export function OrganizationFrame({ title, lead, action, back, children }: Props) {
  const { t } = useWords()
  return (
    <>
      <PageHeader title={title} lead={lead} action={action} {...(back && { back })} />
      {pages.length > 1 && (
        <Row as="nav" aria-label={t('organization.pages')} after={4} className={joined(viewStyles.views, styles.pages)}>
          <Row as="ul" gap={1}>
            {pages.map(([path, label, icon]) => (
              <li key={path}>
                <NavLink to={path} end={path === paths.organization}><Icon name={icon} /><span>{t(label)}</span></NavLink>
              </li>
            ))}
          </Row>
        </Row>
      )}
      {children}
    </>
  )
}
