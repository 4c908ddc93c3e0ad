import { NavLink, useLocation, useNavigate } from 'react-router'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/marks/icon.tsx'
import { Menu } from '../../ui/overlays/menu.tsx'
import styles from './navigation.module.css'
import { paths } from '../paths.ts'
import type { Place } from '../places.ts'
import { Stack } from '../../ui/looks/layout.tsx'

/** A customer's pages are about its partners, a partner's about its customers. */
export function entriesFor(kind: Organization['kind']): readonly Place[] {
  if (kind === 'customer')
    return [
      { to: paths.home, label: 'app.nav.home', icon: 'home' },
      { to: paths.requests(), label: 'app.nav.requests', icon: 'waiting' },
      { to: paths.myPartners, label: 'app.nav.my_partners', icon: 'partnerships' },
      { to: paths.organization, label: 'app.nav.organization', icon: 'organization' },
      { to: paths.rules, label: 'app.nav.rules', icon: 'info' },
    ]
  return [
    { to: paths.home, label: 'app.nav.home', icon: 'home' },
    { to: paths.customers, label: 'app.nav.customers', icon: 'customers' },
    { to: paths.invitations, label: 'app.nav.invitations', icon: 'invitations' },
    { to: paths.requests(), label: 'app.nav.requests', icon: 'waiting' },
    { to: paths.gdapList, label: 'app.nav.delegated_admin', icon: 'shield' },
    { to: paths.partnerships, label: kind === 'indirect_reseller' ? 'app.nav.providers' : 'app.nav.resellers', icon: 'partnerships' },
    { to: paths.organization, label: 'app.nav.organization', icon: 'organization' },
    { to: paths.rules, label: 'app.nav.rules', icon: 'info' },
  ]
}

/** A phone shows this many entries; with more, the last ones fold into a menu. */
const mostOnPhone = 5

/** A rail; icons alone on a narrower screen, a bottom bar on a phone. */
export function Navigation({ entries }: { entries: readonly Place[] }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const folded = entries.length > mostOnPhone ? entries.slice(mostOnPhone - 1) : []
  return (
    <nav className={`onScreen ${styles.rail}`} aria-label={t('app.nav')}>
      <Stack as="ul" gap="half">
        {entries.map(({ to, label, icon }) => (
          <li key={to} data-folded={folded.some((entry) => entry.to === to) || undefined}>
            <NavLink to={to} end={to === paths.home} className={styles.entry ?? ''} title={t(label)}>
              <Icon name={icon} size={20} />
              <span className={styles.word}>{t(label)}</span>
            </NavLink>
          </li>
        ))}
        {folded.length > 0 && (
          <li className={styles.more} data-current={folded.some(({ to }) => pathname.startsWith(to)) || undefined}>
            <Menu label={t('app.nav.more')} className={styles.entry ?? ''}
              trigger={<><Icon name="more" size={20} /><span className={styles.word}>{t('app.nav.more')}</span></>}
              items={folded.map(({ to, label, icon }) => ({ id: to, label: t(label), icon, onAction: () => void navigate(to) }))} />
          </li>
        )}
      </Stack>
    </nav>
  )
}
