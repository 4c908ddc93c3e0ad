import { useInfiniteQuery } from '@tanstack/react-query'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import type { Elements } from '../../ui/elements.ts'
import { NotYet } from '../../ui/not-yet.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { type RequestView, requestQueries } from './request-queries.ts'
import { type RequestLinks, RequestRow } from './request-row.tsx'
import styles from './requests.module.css'

type Props = {
  view: RequestView
  isCustomer: boolean
  links: RequestLinks
  /** Above the rows: the other views. */
  children: Elements
}

/** One view of the requests: newest first, a page after the other. */
export function RequestList({ view, isCustomer, links, children }: Props) {
  const { t } = useWords()
  const list = useInfiniteQuery(requestQueries.list(view, isCustomer))
  const requests = list.data?.pages.flatMap((page) => page.items)
  const total = list.data?.pages.at(-1)?.total
  return (
    <section aria-label={t('requests.title')} className={styles.frame}>
      <div className={styles.head}>
        {children}
        <p role="status" className={styles.muted}>
          {total && t(total.capped ? 'requests.total.capped' : 'requests.total', { count: total.count })}
        </p>
      </div>
      {!requests ? <NotYet query={list} lines={6} />
      : requests.length === 0 ? (
        <EmptyState title={t(`requests.empty.${view}`)}>{t(isCustomer ? 'requests.empty.customer' : 'requests.empty.partner')}</EmptyState>
      ) : (
        <>
          <ul className={styles.list}>
            {requests.map((each) => <RequestRow key={each.id} request={each} isCustomer={isCustomer} links={links} />)}
          </ul>
          {list.hasNextPage && (
            <Button pending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>{t('ui.page.more')}</Button>
          )}
        </>
      )}
    </section>
  )
}
