import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { Row } from './layout.tsx'
import styles from './list-total.module.css'

type Props = {
  /** How many there are, never more certain than the API is: "312 customers", "1,000+ customers match". */
  children: ReactNode
  /** The rows shown are those of the view before: their count is not said of this one. */
  stale?: boolean
  hidden?: boolean
  /** Said when the rows shown could not be brought up to date; undefined while they are. */
  outdated?: string | undefined
  onRetry?: () => void
  /** Takes off what narrows the list; absent while nothing does. The count takes the focus of what goes. */
  clear?: { label: string; onPress: () => void } | false | undefined
}

/** The line above a list. */
export function ListTotal({ children, stale = false, hidden = false, outdated, onRetry, clear }: Props) {
  const { t } = useWords()
  return (
    <Row gap="1 3" align="center" before={1} after={1} numbers className={styles.total} hidden={hidden}>
      <p tabIndex={-1} role="status" data-stale={stale || undefined}>{stale ? t('ui.total.coming') : children}</p>
      {clear && <Button variant="subtle" icon="close" onPress={clear.onPress}>{clear.label}</Button>}
      {outdated && (
        <Row as="span" gap={1} align="center" tone="caution">
          <Icon name="caution" /><span>{outdated}</span>
          <Button variant="subtle" icon="refresh" onPress={onRetry}>{t('ui.error.retry')}</Button>
        </Row>
      )}
    </Row>
  )
}
