import { canManageWebhooks } from '../../../domain/webhooks/rules.ts'
import { paths } from '../../app/paths.ts'
import { useActor } from '../../features/session/session.ts'
import { NewWebhook } from '../../features/webhooks/new-webhook.tsx'
import { WebhookList } from '../../features/webhooks/webhook-list.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { Reason } from '../../ui/actions/reason.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { RefusedState } from '../../ui/waiting/states.tsx'
import { OrganizationFrame } from './organization-frame.tsx'

/** Whom the portal tells of the organisation's events. */
export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const verdict = canManageWebhooks(actor)
  return (
    <OrganizationFrame title={t('webhooks.title')} lead={t('webhooks.lead', { organization: actor.organization.displayName })}>
      {verdict.allowed ? (
        <Stack gap={4}>
          <WebhookList linkTo={paths.webhook} />
          <NewWebhook />
        </Stack>
      ) : <RefusedState><Reason refusal={verdict} /></RefusedState>}
    </OrganizationFrame>
  )
}
