import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Customer } from '../../../domain/customers/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { gdapQueries } from './gdap-queries.ts'

type Props = { customer: Pick<Customer, 'id'>; requestAt: (id: string) => string }

/** The newest waiting request, so that nobody requests twice. */
export function WaitingRequest({ customer, requestAt }: Props) {
  const { t } = useWords()
  const { data } = useInfiniteQuery(gdapQueries.list({ customer: customer.id, status: 'approvalPending' }))
  const [waiting] = data?.pages[0]?.items ?? []
  return waiting && (
    <p><span>{t('customers.detail.request_waits')}</span> <Link to={requestAt(waiting.id)}><bdi>{waiting.displayName}</bdi></Link></p>
  )
}
