import { useQuery } from '@tanstack/react-query'
import type { Customer } from '../../../domain/customers/schemas.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Hinted } from '../../ui/actions/hinted.tsx'
import { Noted } from '../../ui/looks/noted.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import { askForReseller, relationshipQueries } from './relationship-requests.ts'

type Props = { customer: Customer; verdict: Verdict }

/** The owner asks the customer to give its reseller admin rights (BR-29). */
export function AskForReseller({ customer, verdict }: Props) {
  const { t, formatDate } = useWords()
  const { data } = useQuery({ ...relationshipQueries.partners(customer.id), enabled: verdict.allowed })
  const ask = useAction('customers', askForReseller)
  const reseller = customer.reseller?.displayName ?? ''
  const asked = data?.items.find(({ partner }) => partner.id === customer.reseller?.id)?.dapRequest
  const submit = async () => {
    if (await ask.run({ tenantId: customer.id, etag: customer.etag })) showToast(t('relationship-actions.ask.done'))
  }
  if (asked && verdict.allowed)
    return <Noted icon="waiting">{t('relationship-actions.ask.open', { reseller, date: formatDate(asked.at) })}</Noted>
  return (
    <Hinted gap={2} hint={verdict.allowed && t('relationship-actions.ask.hint', { reseller })}>
      <ActionButton icon="key" verdict={verdict} pending={ask.isRunning} onPress={() => void submit()}>
        {t('relationship-actions.ask')}
      </ActionButton>
    </Hinted>
  )
}
