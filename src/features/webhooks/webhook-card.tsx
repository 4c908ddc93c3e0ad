import { useQuery } from '@tanstack/react-query'
import { canSendAny } from '../../../domain/webhooks/rules.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Button } from '../../ui/actions/button.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Facts } from '../../ui/looks/facts.tsx'
import { Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import { removeWebhook, testWebhook, webhookQueries } from './webhook-queries.ts'
import { WebhookBadge, WebhookTrouble } from './webhook-state.tsx'

/** One webhook: what it is, a test, and its end. */
export function WebhookCard({ id, onRemoved }: { id: string; onRemoved: () => void }) {
  const { t, formatDateTime } = useWords()
  const { data, ...query } = useQuery(webhookQueries.all())
  const [isLeaving, setLeaving] = useTyped('removing the webhook', false)
  const test = useAction('webhooks', testWebhook)
  const remove = useAction('webhooks', removeWebhook)
  const webhook = data?.items.find((each) => each.id === id.toLowerCase())
  if (!data) return <NotYet query={query} lines={5} />
  if (!webhook) return <EmptyState title={t('webhooks.unknown')}>{t('webhooks.unknown.text')}</EmptyState>

  const sendTest = async () => {
    if (await test.run(id)) showToast(t('webhooks.test.sent'))
  }
  const onRemove = async () => {
    const isRemoved = await remove.run(webhook)
    setLeaving(false)
    if (!isRemoved) return
    showToast(t('webhooks.removed'))
    onRemoved()
  }
  return (
    <Card title={t('webhooks.one')} action={<WebhookBadge webhook={webhook} />}>
      <Stack gap={4}>
        <WebhookTrouble webhook={webhook} />
        <Facts facts={[
          [t('webhooks.url'), <bdi key="url" translate="no">{webhook.url}</bdi>],
          [t('webhooks.events'), <Stack key="events" as="ul">{webhook.events.map((event) => (
            <li key={event}><code translate="no">{event}</code></li>
          ))}</Stack>],
          [t('webhooks.added.secret'), t('webhooks.secret.ends_in', { lastFour: webhook.lastFour })],
          [t('webhooks.made.since'), t('webhooks.made.by', {
            date: formatDateTime(webhook.createdAt), person: webhook.createdBy || t('organization.erased'),
          })],
        ]} />
        <Text tone="muted">{t('webhooks.test.text')}</Text>
        <Row gap={2} align="start">
          <ActionButton verdict={canSendAny(data.sending)} icon="send" variant="accent" pending={test.isRunning}
            onPress={() => void sendTest()}>{t('webhooks.test')}</ActionButton>
          <Button icon="trash" onPress={() => setLeaving(true)}>{t('webhooks.remove')}</Button>
        </Row>
      </Stack>
      <ConfirmDialog isOpen={isLeaving} onClose={() => setLeaving(false)} title={t('webhooks.remove.title')}
        act={{
          variant: 'danger', icon: 'trash', pending: remove.isRunning, onPress: () => void onRemove(), children: t('webhooks.remove'),
        }}
        changes={[t('webhooks.remove.ends', { host: new URL(webhook.url).host }), t('webhooks.remove.log')]}
        keeps={[t('webhooks.remove.keeps')]} />
    </Card>
  )
}
