import { NavLink } from 'react-router'
import { paths } from '../../app/paths.ts'
import { organizationPages } from '../../app/places.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Elements } from '../../ui/elements.ts'
import { joined } from '../../ui/joined.ts'
import { Row } from '../../ui/looks/layout.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { Icon } from '../../ui/marks/icon.tsx'
import viewStyles from '../../ui/lists/view-links.module.css'
import styles from './organization-frame.module.css'

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
      <Row as="nav" aria-label={t('organization.pages')} after={4} className={joined(viewStyles.views, styles.pages)}>
        <Row as="ul" gap={1}>
          {organizationPages.map(({ to, label, icon }) => (
            <li key={to}>
              <NavLink to={to} end={to === paths.organization}><Icon name={icon} /><span>{t(label)}</span></NavLink>
            </li>
          ))}
        </Row>
      </Row>
      {children}
    </>
  )
}
