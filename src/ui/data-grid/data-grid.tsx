import { useSyncExternalStore } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import styles from './data-grid.module.css'
import { GridCards } from './grid-cards.tsx'
import type { DataGridProps } from './grid-rows.ts'
import { GridTable } from './grid-table.tsx'

const phone = '(max-width: 639.98px)'

function subscribe(listener: () => void) {
  const query = window.matchMedia(phone)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/**
 * A long list of rows: a grid with arrow keys, Home, End, PageUp, PageDown and Ctrl+Home/End from 640 px up, cards on a phone. Loads pages
 * as they are needed and shows placeholders of the right height for rows that are not there yet; a page that failed waits for a retry.
 * Put it in a flex column that bounds its height. Show loading (before the first page), empty and error states in its place.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { t } = useWords()
  const cards = useSyncExternalStore(subscribe, () => window.matchMedia(phone).matches)
  return (
    <div className={styles.frame}>
      {props.stale && <div className={styles.progress} />}
      {cards ? <GridCards {...props} /> : <GridTable {...props} />}
      <div role="status" className={styles.status}>
        {props.loadMoreFailed && (
          <p className={styles.failed}>
            {t('grid.more_failed')}
            <button type="button" className={styles.retry} onClick={props.onLoadMore}>{t('grid.retry')}</button>
          </p>
        )}
      </div>
    </div>
  )
}
