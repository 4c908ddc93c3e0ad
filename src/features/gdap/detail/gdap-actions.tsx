import { rolesOf } from '../../../../domain/gdap/granted-facts.ts'
import { globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import type { GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import type { GdapStatus } from '../../../../domain/gdap/states.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Card } from '../../../ui/looks/card.tsx'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { useKeptFocus } from '../../../ui/focus/use-kept-focus.ts'
import { ConsentActions, DraftActions } from './draft-actions.tsx'
import { RenewAction, TerminateAction } from './end-actions.tsx'
import { ExtendAction } from './extend-action.tsx'

type Props = {
  actor: Actor
  relationship: GdapRelationshipDetail
  /** The provider that requested it for its reseller. */
  provider: string
  onEdit: () => void
  onRenew: () => void
  onGone: () => void
}

type Group = 'draft' | 'waiting' | 'standing' | 'ending' | 'over'

const groups: Record<GdapStatus, Group> = {
  created: 'draft', approvalPending: 'waiting', approved: 'waiting', activating: 'waiting', active: 'standing', expiring: 'standing',
  terminationRequested: 'ending', terminating: 'ending', expired: 'over', terminated: 'over', unknownFutureValue: 'ending',
}

/** The actions of each status, possible or refused with a reason. */
export function GdapActions({ actor, relationship, provider, onEdit, onRenew, onGone }: Props) {
  const { t } = useWords()
  const { status, isPartnerConsentPending, autoExtendDuration } = relationship
  const group = groups[status]
  const isBlocked = rolesOf(relationship).includes(globalAdministrator)
  const { ref, acted } = useKeptFocus<HTMLDivElement>(`${status} ${isPartnerConsentPending} ${isBlocked} ${autoExtendDuration}`)
  const shared = { actor, relationship, onActed: acted }
  return (
    <Card title={t('delegated-admin.actions')}>
      <Stack ref={ref} tabIndex={-1} role="group" aria-label={t('delegated-admin.actions')} gap={4} quiet>
        {group === 'draft' && isPartnerConsentPending && <ConsentActions {...shared} provider={provider} onGone={onGone} />}
        {group === 'draft' && <DraftActions {...shared} onEdit={onEdit} onGone={onGone} />}
        {status === 'approvalPending' && <Text tone="muted">{t('delegated-admin.actions.waiting')}</Text>}
        {group === 'ending' && <Text tone="muted">{t('delegated-admin.actions.none')}</Text>}
        {(group === 'standing' || group === 'waiting') && <ExtendAction {...shared} />}
        {(status === 'expiring' || group === 'over') && <RenewAction actor={actor} isOver={group === 'over'} onRenew={onRenew} />}
        {(group === 'standing' || group === 'waiting') && <TerminateAction {...shared} />}
      </Stack>
    </Card>
  )
}
