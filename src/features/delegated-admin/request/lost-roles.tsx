import { useWords } from '../../../i18n/use-words.ts'
import { Stack } from '../../../ui/layout.tsx'
import styles from './request.module.css'

/** Names what a relationship held that cannot be asked for any more. */
export function LostRoles({ names }: { names: readonly string[] }) {
  const { t, formatList } = useWords()
  if (names.length === 0) return null
  return (
    <Stack as="p" gap={3} align="start" box="info" pad="3 4" className={styles.note} data-tone="caution" role="note">
      {t('gdap-requests.roles.lost', { count: names.length, roles: formatList(names) })}
    </Stack>
  )
}
