import type { MadeWebhook } from '../../../domain/webhooks/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ShownOnce } from '../../ui/actions/shown-once.tsx'
import { Text } from '../../ui/looks/layout.tsx'

/** Shows the secret that signs a new webhook's messages. */
export function MadeWebhookOnce({ made, onDone }: { made: MadeWebhook; onDone: () => void }) {
  const { t } = useWords()
  return (
    <ShownOnce secret={made.secret} onDone={onDone} above={<Text translate="no" breaks>{made.url}</Text>} words={{
      title: t('webhooks.added'), warning: t('webhooks.added.once'), secret: t('webhooks.added.secret'), copy: t('webhooks.added.copy'),
      done: t('webhooks.added.done'), use: t('webhooks.added.use'),
    }} />
  )
}
