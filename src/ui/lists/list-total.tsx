import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../actions/button.tsx'
import { Icon } from '../marks/icon.tsx'
import { Row } from '../looks/layout.tsx'
import styles from './list-total.module.css'
import type { ListAt } from './use-list-view.ts'

type Props = {
  /** How many there are, never more certain than the API is: "312 customers", "1,000+ customers match". */
  children: ReactNode
  at: Pick<ListAt<unknown>, 'isNarrowed' | 'clear'>
  /** What takes off all that narrows the list is called so. The count takes the focus of what goes. */
  clear: string
  /** Where the rows come from, and what is said when they could not be brought up to date. */
  list?: Pick<UseInfiniteQueryResult, 'isPlaceholderData' | 'isRefetchError' | 'refetch'>
  outdated?: string
  hidden?: boolean
}

/** The line above a list. */
export function ListTotal({ children, at, clear, list, outdated, hidden = false }: Props) {
  const { t } = useWords()
  // The rows shown are those of the view before: their count is not said of this one.
  const stale = list?.isPlaceholderData ?? false
  return (
    <Row gap="1 3" align="center" before={1} after={1} numbers className={styles.total} hidden={hidden}>
      <p tabIndex={-1} className="quiet" role="status" data-stale={stale || undefined}>{stale ? t('ui.total.coming') : children}</p>
      {at.isNarrowed && <Button variant="subtle" icon="close" onPress={at.clear}>{clear}</Button>}
      {list?.isRefetchError && (
        <Row as="span" gap={1} align="center" tone="caution">
          <Icon name="caution" /><span>{outdated}</span>
          <Button variant="subtle" icon="refresh" onPress={() => void list.refetch()}>{t('ui.error.retry')}</Button>
        </Row>
      )}
    </Row>
  )
}
