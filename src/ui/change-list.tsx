import { useWords } from '../i18n/use-words.ts'
import { Icon } from './icon.tsx'
import styles from './change-list.module.css'
import { Marked, Stack } from './layout.tsx'

/** Before something final: exactly what changes and what does not. */
export function ChangeList({ changes, keeps }: { changes: readonly string[]; keeps: readonly string[] }) {
  const { t } = useWords()
  return (
    <Stack gap={4} className={styles.changes}>
      <section>
        <h3>{t('ui.changes')}</h3>
        <Stack as="ul" gap={2}>{changes.map((each) => <Marked as="li" gap={2} key={each}><Icon name="arrowRight" /><span>{each}</span></Marked>)}</Stack>
      </section>
      <section>
        <h3>{t('ui.keeps')}</h3>
        <Stack as="ul" gap={2}>{keeps.map((each) => <Marked as="li" gap={2} key={each}><Icon name="check" /><span>{each}</span></Marked>)}</Stack>
      </section>
    </Stack>
  )
}
