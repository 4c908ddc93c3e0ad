import { useQuery } from '@tanstack/react-query'
import { paths } from '../app/paths.ts'
import { ReceiptList } from '../features/acceptance/receipt-list.tsx'
import { myPartnerQueries } from '../features/my-partners/my-partner-requests.ts'
import { PartnerCard } from '../features/my-partners/partner-card.tsx'
import { useActor } from '../features/session/session.ts'
import { useWords } from '../i18n/use-words.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../ui/states.tsx'
import styles from './my-partners-page.module.css'

/** Every partner of the customer, what it may do, and the customer's decision about it (BR-47, BR-48). */
export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const isCustomer = actor.organization.kind === 'customer'
  const { data, error, refetch, isFetching } = useQuery({ ...myPartnerQueries.list(), enabled: isCustomer })
  if (!isCustomer)
    return (
      <>
        <PageHeader title={t('my-partners.title')} />
        <EmptyState title={t('my-partners.partner_page')}>{t('my-partners.partner_page.text')}</EmptyState>
      </>
    )
  return (
    <>
      <PageHeader title={t('my-partners.title')} lead={t('my-partners.lead', { organization: actor.organization.displayName })} />
      {!data ? (
        error ? <ErrorState error={error} onRetry={() => void refetch()} retrying={isFetching} /> : <SkeletonLines lines={8} />
      ) : data.items.length === 0 ? (
        <EmptyState title={t('my-partners.empty.title')}>{t('my-partners.empty.text')}</EmptyState>
      ) : (
        <div className={styles.partners}>
          {data.items.map((row) => (
            <PartnerCard key={row.partner.id} actor={actor} row={row} others={data.items.filter((each) => each !== row)} />
          ))}
        </div>
      )}
      <div className={styles.receipts}><ReceiptList addressOf={paths.receipt} /></div>
    </>
  )
}
