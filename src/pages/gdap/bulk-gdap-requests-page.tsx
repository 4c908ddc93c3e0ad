import { canRequestGdap } from '../../../domain/gdap/relationship-rules.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { paths } from '../../app/paths.ts'
import { BulkPanel } from '../../features/gdap/bulk/bulk-panel.tsx'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ButtonLink } from '../../ui/actions/button.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { Reason } from '../../ui/actions/reason.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'

export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const verdict = canRequestGdap(actor, ownPolicy())
  return (
    <>
      <PageHeader title={t('gdap-requests.bulk.title')} lead={verdict.allowed && t('gdap-requests.bulk.lead')}
        back={{ to: paths.gdapList, label: t('gdap-board.title') }} />
      {verdict.allowed ? <BulkPanel actor={actor} relationshipAt={paths.gdap} /> : (
        <EmptyState title={t('gdap-requests.refused')} action={<ButtonLink to={paths.home}>{t('app.nav.home')}</ButtonLink>}>
          <Reason refusal={verdict} />
        </EmptyState>
      )}
    </>
  )
}
