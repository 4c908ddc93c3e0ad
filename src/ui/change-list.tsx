import { useWords } from '../i18n/use-words.ts'
import { Icon } from './icon.tsx'
import styles from './change-list.module.css'
import { Stack } from './layout.tsx'

/** Before something final: exactly what changes and what does not. */
export function ChangeList({ changes, keeps }: { changes: readonly string[]; keeps: readonly string[] }) {
  const { t } = useWords()
  return (
    <Stack gap={4} className={styles.changes}>
      <section>
        <h3>{t('ui.changes')}</h3>
        <ul>{changes.map((each) => <li key={each}><Icon name="arrowRight" /><span>{each}</span></li>)}</ul>
      </section>
      <section>
        <h3>{t('ui.keeps')}</h3>
        <ul>{keeps.map((each) => <li key={each}><Icon name="check" /><span>{each}</span></li>)}</ul>
      </section>
    </Stack>
  )
}
