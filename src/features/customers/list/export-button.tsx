import type { CustomerView } from '../../../../domain/customers/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { useAction } from '../../../ui/actions/use-action.ts'
import { downloadFile } from '../../../ui/files/download-text.ts'
import type { ListAt } from '../../../ui/lists/use-list-view.ts'
import { exportedCustomers } from '../customer-queries.ts'

/** Saves the list as it is filtered (BR-104). */
export function ExportButton({ at }: { at: ListAt<CustomerView> }) {
  const { t } = useWords()
  const exporting = useAction('customers', exportedCustomers)
  const save = async () => {
    const file = await exporting.run(at.view)
    if (file) downloadFile('customers.csv', file)
  }
  return (
    <Button icon="download" pending={exporting.isRunning} onPress={() => void save()}>
      {t(at.isNarrowed ? 'customers.export.filtered' : 'customers.export.all')}
    </Button>
  )
}
