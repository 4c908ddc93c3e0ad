import { useWords } from '../../../i18n/use-words.ts'
import styles from './request.module.css'

/** Names what a relationship held that cannot be asked for any more. */
export function LostRoles({ names }: { names: readonly string[] }) {
  const { t, formatList } = useWords()
  if (names.length === 0) return null
  return (
    <p className={styles.note} data-tone="caution" role="note">
      {t('gdap-requests.roles.lost', { count: names.length, roles: formatList(names) })}
    </p>
  )
}
