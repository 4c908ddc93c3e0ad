import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { RelativeTime } from '../../ui/text/relative-time.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import { relationshipQueries } from './relationship-requests.ts'

export function CustomerHistory({ tenantId }: { tenantId: string }) {
  const { t, tOr } = useWords()
  const { data, ...query } = useQuery(relationshipQueries.events(tenantId))
  return (
    <Card title={t('relationships.history')}>
      {!data ? <NotYet compact query={query} lines={3} />
      : data.items.length === 0 ? (
        <EmptyState compact title={t('relationships.history.empty')} />
      ) : (
        <Stack as="ol" gap={3}>
          {data.items.toReversed().map(({ at, action, by, organization }) => (
            <Stack as="li" key={`${at} ${action}`}>
              <span>{tOr(`home.event.${action}`, action)}</span>
              <Text as="span" tone="muted" text="caption">
                <span>
                  {`${by ? t('home.event.by', { person: by, organization }) : organization || t('home.event.by_itself')}\u00a0· `}
                </span>
                <RelativeTime at={at} />
              </Text>
            </Stack>
          ))}
        </Stack>
      )}
    </Card>
  )
}
