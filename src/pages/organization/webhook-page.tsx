import { useNavigate, useParams, useSearchParams } from 'react-router'
import { canManageWebhooks } from '../../../domain/webhooks/rules.ts'
import { deliveryStates } from '../../../domain/webhooks/schemas.ts'
import { paths } from '../../app/paths.ts'
import { useActor } from '../../features/session/session.ts'
import { DeliveryList } from '../../features/webhooks/delivery-list.tsx'
import { WebhookCard } from '../../features/webhooks/webhook-card.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { Reason } from '../../ui/actions/reason.tsx'
import { oneOf } from '../../ui/lists/list-view.ts'
import { Columns } from '../../ui/looks/layout.tsx'
import { RefusedState } from '../../ui/waiting/states.tsx'
import { OrganizationFrame } from './organization-frame.tsx'

/** One webhook and the log of what was sent to it; the address is the log's view. */
export function Component() {
  const { t } = useWords()
  const { id = '' } = useParams()
  const state = oneOf(deliveryStates)(useSearchParams()[0].get('state') ?? '')
  const navigate = useNavigate()
  const verdict = canManageWebhooks(useActor())
  return (
    <OrganizationFrame title={t('webhooks.page')} back={{ to: paths.webhooks, label: t('webhooks.all') }}>
      {verdict.allowed ? (
        <Columns of="minmax(300px, 4fr) minmax(0, 5fr)" below={900} gap={4} align="start">
          <WebhookCard id={id} onRemoved={() => void navigate(paths.webhooks)} />
          <DeliveryList id={id} state={state} linkTo={(chosen) => `${paths.webhook(id)}${chosen ? `?state=${chosen}` : ''}`} />
        </Columns>
      ) : <RefusedState><Reason refusal={verdict} /></RefusedState>}
    </OrganizationFrame>
  )
}
