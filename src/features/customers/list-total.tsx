import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './customers.module.css'

type Props = {
  total: { count: number; capped: boolean } | undefined
  narrowed: boolean
  stale: boolean
  /** The rows shown could not be brought up to date. */
  failed: boolean
  onRetry: () => void
}

/** How many there are, never more certain than the API is: "312 customers", "1,000+ customers match". */
export function ListTotal({ total, narrowed, stale, failed, onRetry }: Props) {
  const { t } = useWords()
  const id = `customers.${narrowed ? 'matching' : 'total'}${total?.capped ? '_capped' : ''}` as const
  return (
    <div className={styles.total}>
      <p role="status" data-stale={stale || undefined}>{total && t(id, { count: total.count })}</p>
      {failed && (
        <span className={styles.outdated}>
          <Icon name="caution" />{t('customers.outdated')}
          <Button variant="subtle" icon="refresh" onPress={onRetry}>{t('ui.error.retry')}</Button>
        </span>
      )}
    </div>
  )
}
