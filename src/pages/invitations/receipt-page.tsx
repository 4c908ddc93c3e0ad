import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { receiptQuery } from '../../features/consent/invitation/receipt/receipt-queries.ts'
import { ReceiptView } from '../../features/consent/invitation/receipt/receipt-view.tsx'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { PageNotYet } from '../../ui/waiting/page-not-yet.tsx'

export function Component() {
  const { id = '' } = useParams()
  const actor = useActor()
  const { t } = useWords()
  const { data: receipt, ...query } = useQuery(receiptQuery(id))
  if (!receipt) {
    return (
      <PageNotYet query={query} lines={8} title={t('acceptance.receipt.page_title')} failed={t('acceptance.receipt.failed')}
        missing={{ title: t('acceptance.receipt.not_found'), text: t('acceptance.receipt.not_found.fix') }} />
    )
  }
  return (
    <>
      <PageHeader title={t(`acceptance.receipt.${receipt.answer}`, { inviter: receipt.inviter.displayName })} />
      <ReceiptView receipt={receipt} actor={actor} />
    </>
  )
}
