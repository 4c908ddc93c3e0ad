import type { Webhook } from '../../../domain/webhooks/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Text } from '../../ui/looks/layout.tsx'
import { Badge } from '../../ui/marks/badge.tsx'

const stateOf = ({ failingSince, disabledAt }: Webhook) => (disabledAt ? 'disabled' : failingSince ? 'failing' : 'active')
const tones = { active: 'success', failing: 'caution', disabled: 'danger' } as const

export function WebhookBadge({ webhook }: { webhook: Webhook }) {
  const { t } = useWords()
  const state = stateOf(webhook)
  return <Badge tone={tones[state]}>{t(`webhooks.state.${state}`)}</Badge>
}

/** Why a webhook is failing or disabled, and what helps; nothing while it is in order. */
export function WebhookTrouble({ webhook: { failingSince, disabledAt, disabledBecause } }: { webhook: Webhook }) {
  const { t, formatDateTime } = useWords()
  if (disabledAt && disabledBecause)
    return <Text tone="danger">{t(`webhooks.disabled.${disabledBecause}`, { date: formatDateTime(disabledAt) })}</Text>
  return failingSince ? <Text tone="caution">{t('webhooks.failing', { date: formatDateTime(failingSince) })}</Text> : null
}
