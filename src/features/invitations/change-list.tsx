import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './invitation-detail.module.css'

/** Before something final: exactly what changes and what does not. */
export function ChangeList({ changes, keeps }: { changes: readonly string[]; keeps: readonly string[] }) {
  const { t } = useWords()
  return (
    <div className={styles.changes}>
      <section>
        <h3>{t('invitations.withdraw.changes')}</h3>
        <ul>{changes.map((each) => <li key={each}><Icon name="arrowRight" />{each}</li>)}</ul>
      </section>
      <section>
        <h3>{t('invitations.withdraw.keeps')}</h3>
        <ul>{keeps.map((each) => <li key={each}><Icon name="check" />{each}</li>)}</ul>
      </section>
    </div>
  )
}
