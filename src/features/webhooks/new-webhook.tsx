import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WebhookEvent } from '../../../domain/webhooks/event-names.ts'
import { canAddWebhook } from '../../../domain/webhooks/rules.ts'
import { longestUrl, type MadeWebhook } from '../../../domain/webhooks/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { Form } from '../../ui/forms/form.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { useUnsaved } from '../../ui/forms/use-unsaved.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Box, Stack } from '../../ui/looks/layout.tsx'
import { EventChoice } from './event-choice.tsx'
import { MadeWebhookOnce } from './made-webhook.tsx'
import { makeWebhook, webhookInputs, webhookQueries } from './webhook-queries.ts'

/** Makes a webhook; in its place the secret is shown, once. */
export function NewWebhook() {
  const { t } = useWords()
  const [made, setMade] = useState<MadeWebhook>()
  return (
    <Card title={t('webhooks.new')}>
      {made ? <MadeWebhookOnce made={made} onDone={() => setMade(undefined)} /> : <WebhookForm onMade={setMade} />}
    </Card>
  )
}

function WebhookForm({ onMade }: { onMade: (made: MadeWebhook) => void }) {
  const { t } = useWords()
  const { data } = useQuery(webhookQueries.all())
  const [url, setUrl] = useTyped('webhook-url', '')
  const [events, setEvents] = useTyped<readonly WebhookEvent[]>('webhook-events', [])
  const [isTried, setTried] = useState(false)
  const { complaints, mended, ...make } = useAction('webhooks', makeWebhook, webhookInputs)
  useUnsaved(url)
  const faults = { url: url.trim() === '' && t('webhooks.url.missing'), events: events.length === 0 && t('webhooks.events.missing') }
  const faultOf = (input: keyof typeof faults) => (isTried && faults[input]) || undefined

  const submit = async () => {
    setTried(true)
    if (faults.url || faults.events) return
    const made = await make.run({ url: url.trim(), events: [...events] })
    if (!made) return
    setUrl('')
    setEvents([])
    onMade(made)
  }
  return (
    <Stack as={Form} gap={4} onSubmit={submit}>
      <Box measure="560px">
        <TextField label={t('webhooks.url')} description={t('webhooks.url.help')} inputMode="url" maxLength={longestUrl} value={url}
          placeholder="https://contoso.com/hook" error={faultOf('url') ?? complaints['/url']} onChange={({ target }) => {
            setUrl(target.value)
            mended('/url')
          }} />
      </Box>
      <EventChoice chosen={events} error={faultOf('events') ?? complaints['/events']} onChoose={(chosen) => {
        setEvents(chosen)
        mended('/events')
      }} />
      <div>
        <ActionButton type="submit" variant="accent" icon="plus" pending={make.isRunning}
          verdict={canAddWebhook(data?.total.count ?? 0)}>{t('webhooks.add')}</ActionButton>
      </div>
    </Stack>
  )
}
