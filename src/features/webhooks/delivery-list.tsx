import { useInfiniteQuery } from '@tanstack/react-query'
import type { DeliveryState } from '../../../domain/webhooks/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { ViewLinks } from '../../ui/lists/view-links.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import { DeliveryRow } from './delivery-row.tsx'
import { webhookQueries } from './webhook-queries.ts'

const views = [undefined, 'waiting', 'delivered', 'dead'] as const

type Props = { id: string; state: DeliveryState | undefined; linkTo: (state: DeliveryState | undefined) => string }

/** What was and is on its way to a webhook; dead letters have a view of their own. */
export function DeliveryList({ id, state, linkTo }: Props) {
  const { t } = useWords()
  const list = useInfiniteQuery(webhookQueries.deliveries(id, state))
  const deliveries = list.data?.pages.flatMap(({ items }) => items)
  return (
    <Card title={t('webhooks.deliveries')}>
      <Stack gap={3}>
        <Text tone="muted">{t('webhooks.deliveries.text')}</Text>
        <ViewLinks label={t('webhooks.deliveries.views')} views={views} view={state} linkTo={linkTo}
          wordOf={(view) => t(`webhooks.delivery.${view ?? 'all'}`)} />
        {!deliveries ? <NotYet compact query={list} lines={4} />
          : deliveries.length === 0 ? (
            <EmptyState compact title={t(state ? 'webhooks.deliveries.no_match' : 'webhooks.deliveries.empty')} />
          ) : (
            <Stack as="ul" aria-label={t('webhooks.deliveries')}>
              {deliveries.map((delivery) => <DeliveryRow key={delivery.id} webhook={id} delivery={delivery} />)}
            </Stack>
          )}
        {list.hasNextPage && (
          <div>
            <Button pending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>{t('ui.page.more')}</Button>
          </div>
        )}
      </Stack>
    </Card>
  )
}
