import { useSyncExternalStore } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Row } from '../looks/layout.tsx'
import styles from './data-grid.module.css'
import { GridCards } from './grid-cards.tsx'
import type { DataGridProps } from './grid-rows.ts'
import { GridTable } from './grid-table.tsx'

const phone = window.matchMedia('(width < 640px)')
const low = window.matchMedia('(width >= 640px) and (height < 600px)')

function subscribe(listener: () => void) {
  for (const query of [phone, low]) query.addEventListener('change', listener)
  return () => {
    for (const query of [phone, low]) query.removeEventListener('change', listener)
  }
}

/**
 * A long list of rows: a grid with arrow keys, Home, End, PageUp, PageDown and Ctrl+Home/End from 640 px up, cards on a phone. Loads pages
 * as they are needed and shows placeholders of the right height for rows that are not there yet; a page that failed waits for a retry.
 * Put it in a flex column that bounds its height; on a screen too low for a table that scrolls it scrolls with the page.
 * Show loading (before the first page), empty and error states in its place.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { t } = useWords()
  const shape = useSyncExternalStore(subscribe, () => (phone.matches ? 'cards' : low.matches ? 'low' : 'table'))
  return (
    <div className={styles.frame}>
      {props.stale && <div className={styles.progress} />}
      {shape === 'cards' ? <GridCards {...props} /> : <GridTable key={shape} {...props} inPage={shape === 'low'} />}
      <div role="status" className="filled">
        {props.loadMoreFailed && (
          <Row as="p" gap="2 3" align="center" pad="2 3" before={2} className={styles.failed}>
            <span>{t('grid.more_failed')}</span>
            <button type="button" className={styles.retry} onClick={props.onLoadMore}>{t('grid.retry')}</button>
          </Row>
        )}
      </div>
    </div>
  )
}
