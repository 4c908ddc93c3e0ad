import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useWords } from '../../../../i18n/use-words.ts'
import { Button } from '../../../../ui/actions/button.tsx'
import { Card } from '../../../../ui/looks/card.tsx'
import { Stack, Text } from '../../../../ui/looks/layout.tsx'
import { NotYet } from '../../../../ui/waiting/not-yet.tsx'
import { EmptyState } from '../../../../ui/waiting/states.tsx'
import { receiptsQuery } from './receipt-queries.ts'

/** The organisation's answers, newest first, with links to their receipts. */
export function ReceiptList({ addressOf }: { addressOf: (id: string) => string }) {
  const { t, formatDateTime } = useWords()
  const { data, hasNextPage, fetchNextPage, ...query } = useInfiniteQuery(receiptsQuery())
  const receipts = data?.pages.flatMap(({ items }) => items)
  return (
    <Card title={t('acceptance.receipt.list')}>
      {receipts ? (
        receipts.length === 0 ? <EmptyState compact title={t('acceptance.receipt.list.empty')} /> : (
          <Stack as="ul" gap={3}>
            {receipts.map(({ id, answer, inviter, at, by, confirmedAt }) => (
              <Stack as="li" gap={1} breaks key={id}>
                <Link to={addressOf(id)}>{t(`acceptance.receipt.${answer}`, { inviter: inviter.displayName })}</Link>
                <Text as="span" tone="muted"><time dateTime={at}>{formatDateTime(at)}</time><span>{`\u00a0· ${by}`}</span></Text>
                {confirmedAt && (
                  <Text as="span" tone="muted">{t('acceptance.receipt.confirmed', { date: formatDateTime(confirmedAt) })}</Text>
                )}
              </Stack>
            ))}
          </Stack>
        )
      ) : <NotYet compact query={query} lines={3} />}
      {hasNextPage && <Button pending={query.isFetching} onPress={() => void fetchNextPage()}>{t('acceptance.receipt.list.more')}</Button>}
    </Card>
  )
}
