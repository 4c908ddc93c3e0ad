import { useInfiniteQuery } from '@tanstack/react-query'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import type { Elements } from '../../ui/elements.ts'
import { Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import { type RequestView, requestQueries } from './request-queries.ts'
import { type RequestLinks, RequestRow } from './request-row.tsx'
import styles from './requests.module.css'

type Props = {
  view: RequestView
  isCustomer: boolean
  links: RequestLinks
  /** Links to the other views. */
  children: Elements
}

export function RequestList({ view, isCustomer, links, children }: Props) {
  const { t } = useWords()
  const list = useInfiniteQuery(requestQueries.list(view, isCustomer))
  const requests = list.data?.pages.flatMap((page) => page.items)
  const total = list.data?.pages.at(-1)?.total
  return (
    <Stack as="section" aria-label={t('requests.title')} gap={4} align="start" className={styles.frame}>
      <Row gap="2 4" align="center" justify="between">
        {children}
        <Text role="status" tone="muted" text="caption" breaks>
          {total && t(total.capped ? 'requests.total.capped' : 'requests.total', { count: total.count })}
        </Text>
      </Row>
      {!requests ? <NotYet query={list} lines={6} />
      : requests.length === 0 ? (
        <EmptyState title={t(`requests.empty.${view}`)}>{t(isCustomer ? 'requests.empty.customer' : 'requests.empty.partner')}</EmptyState>
      ) : (
        <>
          <Stack as="ul" card>
            {requests.map((each) => <RequestRow key={each.id} request={each} isCustomer={isCustomer} links={links} />)}
          </Stack>
          {list.hasNextPage && (
            <Button pending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>{t('ui.page.more')}</Button>
          )}
        </>
      )}
    </Stack>
  )
}
