import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { refusedHere } from '../../../domain/verdict.ts'
import type { Webhook } from '../../../domain/webhooks/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Reason } from '../../ui/actions/reason.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Box, Columns, Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import { webhookQueries } from './webhook-queries.ts'
import { WebhookBadge, WebhookTrouble } from './webhook-state.tsx'

type LinkTo = (id: string) => string

/** The organisation's webhooks, each with a way to what was sent to it. */
export function WebhookList({ linkTo }: { linkTo: LinkTo }) {
  const { t } = useWords()
  const { data, ...query } = useQuery(webhookQueries.all())
  return (
    <Card title={t('webhooks.list')}>
      {!data ? <NotYet compact query={query} lines={4} /> : (
        <Stack gap={3}>
          {data.sending === 'none' && <Reason refusal={refusedHere('state', 'webhook.not_sent_here')} />}
          {data.items.length === 0
            ? <EmptyState compact title={t('webhooks.empty')}>{t('webhooks.empty.text')}</EmptyState>
            : (
              <Stack as="ul" aria-label={t('webhooks.list')}>
                {data.items.map((webhook) => <WebhookRow key={webhook.id} webhook={webhook} linkTo={linkTo} />)}
              </Stack>
            )}
        </Stack>
      )}
    </Card>
  )
}

function WebhookRow({ webhook, linkTo }: { webhook: Webhook; linkTo: LinkTo }) {
  const { t, formatDateTime } = useWords()
  const { id, url, events, createdAt, createdBy } = webhook
  return (
    <Columns as="li" of="minmax(0, 1fr) auto" gap="1 4" align="center" ruled="between" pad="3 0">
      <Text as={Link} to={linkTo(id)} text="strong" breaks translate="no">{url}</Text>
      <WebhookBadge webhook={webhook} />
      <Box spans><WebhookTrouble webhook={webhook} /></Box>
      <Row gap="0 3" tone="muted" text="caption" spans>
        <span>{t('webhooks.events.count', { count: events.length })}</span>
        <span>{t('webhooks.made', { date: formatDateTime(createdAt), person: createdBy || t('organization.erased') })}</span>
      </Row>
    </Columns>
  )
}
