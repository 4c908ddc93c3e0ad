import { useWords } from '../i18n/use-words.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './clock-notice.module.css'

/** Above every page of a partner while what time alone does has stopped, so that nobody waits for a mail that does not come. */
export function ClockNotice() {
  const { t } = useWords()
  return (
    <p className={styles.notice}>
      <Icon name="waiting" />
      <span>{t('app.clock_held')}</span>
    </p>
  )
}
