import { Link } from 'react-router'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { joined } from '../../ui/joined.ts'
import { Icon } from '../../ui/marks/icon.tsx'
import { Line } from '../../ui/looks/layout.tsx'
import { Mark } from '../../ui/marks/mosaic.tsx'
import { PageMenus } from './page-menus.tsx'
import { PaletteButton } from './palette-button.tsx'
import { paths } from '../paths.ts'
import { PersonMenu } from './person-menu.tsx'
import bare from '../bare-page.module.css'
import styles from './top-bar.module.css'

/** The organisation and its cloud, on which rules depend; then search, language, theme and person. */
export function TopBar({ actor }: { actor: Actor }) {
  const { t } = useWords()
  const { organization } = actor
  return (
    <Line as="header" gap={4} align="center" ruled="after" className={styles.bar}>
      <Line as={Link} to={paths.home} gap={2} align="center" className={joined(bare.mark, styles.mark)} aria-label={t('app.home')}>
        <Mark />
        <span className={styles.name}>Tessera</span>
      </Line>
      <Line gap="1 2" align="center" className={styles.organization}>
        <bdi translate="no" className={styles.organizationName} title={organization.displayName}>{organization.displayName}</bdi>
        <Line as="span" inline gap={1} align="center" fixed className={styles.cloud}>
          <Icon name="cloud" size={16} />
          <span className="visually-hidden">{`${t('app.cloud')} `}</span>
          <span>{t(`ui.cloud.${organization.cloud}`)}</span>
        </Line>
      </Line>
      <Line gap="half" align="center" onScreen className={styles.tools}>
        <PaletteButton actor={actor} />
        <PageMenus />
        <PersonMenu actor={actor} />
      </Line>
    </Line>
  )
}
