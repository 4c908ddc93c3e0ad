import type { CustomerView } from '../../../../domain/customers/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { useAction } from '../../../ui/actions/use-action.ts'
import { downloadFile } from '../../../ui/files/download-text.ts'
import type { ListAt } from '../../../ui/lists/use-list-view.ts'
import { exportedCustomers, exportedSubscriptions } from '../customer-queries.ts'

const files = {
  customers: { read: exportedCustomers, label: (isNarrowed: boolean) => `customers.export.${isNarrowed ? 'filtered' : 'all'}` as const },
  subscriptions: {
    read: exportedSubscriptions, label: (isNarrowed: boolean) => `customers.export.subscriptions${isNarrowed ? '_filtered' : ''}` as const,
  },
}

/** Save the list as it is filtered (BR-104), and what its customers have bought (BR-105). */
export const ExportButtons = ({ at }: { at: ListAt<CustomerView> }) => (
  <>
    <ExportButton at={at} of="customers" />
    <ExportButton at={at} of="subscriptions" />
  </>
)

function ExportButton({ at, of }: { at: ListAt<CustomerView>; of: keyof typeof files }) {
  const { t } = useWords()
  const { read, label } = files[of]
  const exporting = useAction('customers', read)
  const save = async () => {
    const file = await exporting.run(at.view)
    if (file) downloadFile(`${of}.csv`, file)
  }
  return (
    <Button icon="download" pending={exporting.isRunning} onPress={() => void save()}>{t(label(at.isNarrowed))}</Button>
  )
}
