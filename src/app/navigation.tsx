import { NavLink } from 'react-router'
import type { Organization } from '../../domain/organizations/schemas.ts'
import type { MessageId } from '../i18n/message-id.ts'
import { useWords } from '../i18n/use-words.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import styles from './navigation.module.css'
import { paths } from './paths.ts'

type Entry = { to: string; label: MessageId; icon: IconName }

/** A customer comes for one thing; its home page holds everything, so there is nowhere else to go. */
export function entriesFor(kind: Organization['kind']): readonly Entry[] {
  if (kind === 'customer') return []
  return [
    { to: paths.home, label: 'app.nav.home', icon: 'home' },
    { to: paths.customers, label: 'app.nav.customers', icon: 'customers' },
    { to: paths.invitations, label: 'app.nav.invitations', icon: 'invitations' },
    { to: paths.partnerships, label: kind === 'indirect_reseller' ? 'app.nav.providers' : 'app.nav.resellers', icon: 'partnerships' },
  ]
}

/** The rail; icons alone on a narrower screen, a bar at the bottom of a phone. */
export function Navigation({ entries }: { entries: readonly Entry[] }) {
  const { t } = useWords()
  return (
    <nav className={styles.rail} aria-label={t('app.nav')}>
      <ul>
        {entries.map(({ to, label, icon }) => (
          <li key={to}>
            <NavLink to={to} end={to === paths.home} className={styles.entry ?? ''} title={t(label)}>
              <Icon name={icon} size={20} />
              <span className={styles.word}>{t(label)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
