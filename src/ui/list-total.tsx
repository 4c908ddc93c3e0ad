import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import styles from './list-total.module.css'

type Props = {
  /** How many there are, never more certain than the API is: "312 customers", "1,000+ customers match". */
  children: ReactNode
  /** The rows shown are those of the view before: their count is not said of this one. */
  stale: boolean
  hidden?: boolean
  /** Said when the rows shown could not be brought up to date; undefined while they are. */
  outdated: string | undefined
  onRetry: () => void
  action?: ReactNode
}

/** The line above a list. */
export function ListTotal({ children, stale, hidden = false, outdated, onRetry, action }: Props) {
  const { t } = useWords()
  return (
    <div className={styles.total} hidden={hidden}>
      <p role="status" data-stale={stale || undefined}>{stale ? t('ui.total.coming') : children}</p>
      {action}
      {outdated && (
        <span className={styles.outdated}>
          <Icon name="caution" />{outdated}
          <Button variant="subtle" icon="refresh" onPress={onRetry}>{t('ui.error.retry')}</Button>
        </span>
      )}
    </div>
  )
}
