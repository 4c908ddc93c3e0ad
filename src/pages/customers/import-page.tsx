import { canImportCustomers } from '../../../domain/customers/rules.ts'
import { personOf } from '../../api/tabs/kept-work.ts'
import { paths } from '../../app/paths.ts'
import { ImportPanel } from '../../features/customers/import/import-panel.tsx'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { Reason } from '../../ui/actions/reason.tsx'

export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const verdict = canImportCustomers(actor)
  return (
    <>
      <PageHeader title={t('customers.import.title')} lead={t('customers.import.lead')}
        back={{ to: paths.customers, label: t('customers.title') }} />
      {verdict.allowed
        ? <ImportPanel person={personOf(actor)} customersLink={paths.customers} />
        : <Card><Reason refusal={verdict} /></Card>}
    </>
  )
}
