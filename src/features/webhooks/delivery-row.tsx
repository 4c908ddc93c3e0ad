import type { WebhookDelivery } from '../../../domain/webhooks/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import rowStyles from '../../ui/lists/state-row.module.css'
import { Box, Columns, Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { Badge } from '../../ui/marks/badge.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { RelativeTime } from '../../ui/text/relative-time.tsx'
import { redeliver } from './webhook-queries.ts'

const tones = { waiting: 'waiting', delivered: 'success', dead: 'danger' } as const

/** One message: what came of it, and on demand the message and its answer, as they were. */
export function DeliveryRow({ webhook, delivery }: { webhook: string; delivery: WebhookDelivery }) {
  const { t } = useWords()
  const send = useAction('webhooks', redeliver)
  const { id, event, at, state, attempts, triedAt, dueAt, fault, status, request, response } = delivery
  const again = async () => {
    if (await send.run({ webhook, delivery })) showToast(t('webhooks.redelivered'))
  }
  const button = (
    <div><Button icon="refresh" pending={send.isRunning} onPress={() => void again()}>{t('webhooks.redeliver')}</Button></div>
  )
  return (
    <Columns as="li" of="minmax(0, 1fr) auto minmax(120px, auto)" gap="1 4" align="center" ruled="between" pad="3 0"
      className={rowStyles.row}>
      <Text as="code" translate="no" breaks>{event}</Text>
      <Badge tone={tones[state]}>{t(`webhooks.delivery.${state}`)}</Badge>
      <Text as="span" tone="muted" text="caption" className={rowStyles.since}><RelativeTime at={at} /></Text>
      <Row gap="0 3" spans>
        <span>{t('webhooks.delivery.tries', { count: attempts })}</span>
        {status !== null && <span>{t('webhooks.delivery.status', { status: String(status) })}</span>}
        {fault && fault !== 'answered' && <span>{t(`webhooks.fault.${fault}`)}</span>}
        {state === 'waiting' && triedAt && dueAt && <RelativeTime at={dueAt} within={(when) => t('webhooks.delivery.next', { when })} />}
      </Row>
      <Box as="details" spans>
        <Text as="summary" opens>{t('webhooks.delivery.bodies')}</Text>
        <Stack gap={2} pad="2 0">
          <Text tone="muted" text="caption">{t('webhooks.delivery.id', { id })}</Text>
          <Body label={t('webhooks.delivery.request')} text={request} />
          {response === null ? <Text tone="muted">{t('webhooks.delivery.no_response')}</Text>
            : response === '' ? <Text tone="muted">{t('webhooks.delivery.empty_response')}</Text>
            : <Body label={t('webhooks.delivery.response')} text={response} />}
          {state === 'delivered' && button}
        </Stack>
      </Box>
      {state === 'dead' && <Box spans>{button}</Box>}
    </Columns>
  )
}

const Body = ({ label, text }: { label: string; text: string }) => (
  <Stack gap={1}>
    <Text as="span" text="caption" tone="muted">{label}</Text>
    <Text as="code" translate="no" breaks box="surface-sunken" pad={2}>{text}</Text>
  </Stack>
)
