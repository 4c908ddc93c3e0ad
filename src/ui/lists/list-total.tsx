import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../actions/button.tsx'
import { Icon } from '../marks/icon.tsx'
import { Row } from '../looks/layout.tsx'
import styles from './list-total.module.css'
import type { ListAt } from './use-list-view.ts'

type Props = {
  /** The count, as certain as the API's: "312 customers", "1,000+ customers match". */
  children: ReactNode
  at: Pick<ListAt<unknown>, 'isNarrowed' | 'clear'>
  /** The label of the button that clears the filters; its focus moves to the count. */
  clear: string
  /** The rows' query, and the text for outdated rows. */
  list?: Pick<UseInfiniteQueryResult, 'isPlaceholderData' | 'isRefetchError' | 'refetch'>
  outdated?: string
  hidden?: boolean
}

export function ListTotal({ children, at, clear, list, outdated, hidden = false }: Props) {
  const { t } = useWords()
  // The former view's rows do not count for this one.
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
