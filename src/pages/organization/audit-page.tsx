import { canReadAudit } from '../../../domain/audit/rules.ts'
import { auditReach } from '../../../domain/audit/window.ts'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { AuditKeeping } from '../../features/audit/audit-keeping.tsx'
import { AuditList } from '../../features/audit/audit-list.tsx'
import { exportedAudit } from '../../features/audit/audit-queries.ts'
import { auditView } from '../../features/audit/audit-view.ts'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Reason } from '../../ui/actions/reason.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { downloadFile } from '../../ui/files/download-text.ts'
import listStyles from '../../ui/lists/list-page.module.css'
import { useListView } from '../../ui/lists/use-list-view.ts'
import { Row } from '../../ui/looks/layout.tsx'
import { RefusedState } from '../../ui/waiting/states.tsx'
import { OrganizationFrame } from './organization-frame.tsx'

/** BR-108: the whole organisation's log, for those who answer for it; the address is the view. */
export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const verdict = canReadAudit(actor)
  const { days, windowDays: window } = auditReach
  const lead = t('audit.lead', { organization: actor.organization.displayName, days, window })
  return verdict.allowed ? <Log lead={lead} /> : (
    <OrganizationFrame title={t('audit.title')} lead={lead}>
      <RefusedState><Reason refusal={verdict} /></RefusedState>
    </OrganizationFrame>
  )
}

function Log({ lead }: { lead: string }) {
  const { t } = useWords()
  const at = useListView(auditView)
  const [isOpen, setOpen] = useTyped('keeping the log', false)
  const exporting = useAction('audit', exportedAudit)
  const save = async () => {
    const file = await exporting.run(at.view)
    if (file) downloadFile('audit.csv', file)
  }
  return (
    <div className={listStyles.page}>
      <OrganizationFrame title={t('audit.title')} lead={lead} action={
        <Row gap={2}>
          <Button icon="shield" onPress={() => setOpen(true)}>{t('audit.keeping')}</Button>
          <Button icon="download" pending={exporting.isRunning} onPress={() => void save()}>{t('audit.export')}</Button>
        </Row>
      }>
        <AuditList at={at} />
        <AuditKeeping isOpen={isOpen} onClose={() => setOpen(false)} />
      </OrganizationFrame>
    </div>
  )
}
