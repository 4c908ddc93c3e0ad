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
 * A long list: a grid with arrow keys, Home, End, PageUp, PageDown and Ctrl+Home/End from 640 px up, cards on a phone. Loads pages on
 * demand behind placeholders; a failed page waits for a retry. Needs a flex column that bounds its height; on a low screen it scrolls with
 * the page. Loading, empty and error states replace it.
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
