import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { isProblem } from '../api/problem-error.ts'
import { receiptQuery } from '../features/consent/invitation/receipt-queries.ts'
import { ReceiptView } from '../features/consent/invitation/receipt-view.tsx'
import { useActor } from '../features/session/session.ts'
import { useWords } from '../i18n/use-words.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../ui/states.tsx'

export function Component() {
  const { id = '' } = useParams()
  const actor = useActor()
  const { t } = useWords()
  const { data: receipt, error, refetch, isFetching } = useQuery(receiptQuery(id))
  if (receipt) {
    return (
      <>
        <PageHeader title={t(`acceptance.receipt.${receipt.answer}`, { inviter: receipt.inviter.displayName })} />
        <ReceiptView receipt={receipt} actor={actor} />
      </>
    )
  }
  if (isProblem(error) && error.problem.status === 404) {
    return (
      <>
        <PageHeader title={t('acceptance.receipt.not_found')} />
        <EmptyState title={t('acceptance.receipt.not_found.fix')} />
      </>
    )
  }
  return (
    <>
      <PageHeader title={t(error ? 'acceptance.receipt.failed' : 'acceptance.receipt.page_title')} />
      {error ? <ErrorState error={error} retrying={isFetching} onRetry={() => void refetch()} /> : <SkeletonLines lines={8} />}
    </>
  )
}
