import { canCreateInvitation } from '../../../domain/invitations/rules.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { paths } from '../../app/paths.ts'
import { BulkPanel } from '../../features/invitations/bulk/bulk-panel.tsx'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { Reason } from '../../ui/actions/reason.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'

export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const policy = ownPolicy()
  const verdict = canCreateInvitation(actor, policy)
  return (
    <>
      <PageHeader title={t('bulk.title')} lead={verdict.allowed && t('bulk.lead')}
        back={{ to: paths.invitations, label: t('invitations.all') }} />
      {verdict.allowed ? <BulkPanel actor={actor} policy={policy} invitationAt={paths.invitation} /> : (
        <EmptyState title={t('invitations.new.refused')}><Reason refusal={verdict} /></EmptyState>
      )}
    </>
  )
}
