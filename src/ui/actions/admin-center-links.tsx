import { useWords } from '../../i18n/use-words.ts'
import styles from './admin-center-links.module.css'
import { Icon } from '../marks/icon.tsx'
import { Stack } from '../looks/layout.tsx'

/** Links to the admin center of the reader's cloud, which lists and confirms partners (BR-34, BR-48). */
export function AdminCenterLinks({ links }: { links: readonly string[] }) {
  const { t } = useWords()
  return (
    <Stack as="ul" gap={1} className={styles.links}>
      {links.map((link) => (
        <li key={link}>
          <a href={link} target="_blank" rel="noopener noreferrer">
            <span>{t('ui.admin_center.open', { host: new URL(link).hostname })}</span><Icon name="external" size={12} />
          </a>
        </li>
      ))}
    </Stack>
  )
}
