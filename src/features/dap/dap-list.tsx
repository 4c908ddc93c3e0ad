import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { DapCustomer } from '../../../domain/dap/schemas.ts'
import { isGdapAvailable } from '../../../domain/delegated-admin/relationship-rules.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DataGrid } from '../../ui/data-grid/data-grid.tsx'
import { GridSkeleton } from '../../ui/data-grid/grid-skeleton.tsx'
import { Fold, Folds } from '../../ui/fold.tsx'
import jobStyles from '../../ui/job-report.module.css'
import { Box } from '../../ui/layout.tsx'
import { RuleLink } from '../../ui/rule-link.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { dapColumns } from './dap-columns.tsx'
import { DapFacts } from './dap-facts.tsx'
import { dapQueries } from './dap-queries.ts'

const rowId = ({ customer }: DapCustomer) => customer.tenantId

type Props = { lead: string; linkTo: (tenantId: string) => string; entry: string }

/** Where delegated admin privileges still stand, with what is known of their use and the granular rights beside them. */
export function DapList({ lead, linkTo, entry }: Props) {
  const words = useWords()
  const { t, formatNumber } = words
  const list = useInfiniteQuery(dapQueries.list())
  const { data, fetchNextPage } = list
  const hasGranular = isGdapAvailable(ownPolicy()).allowed
  const columns = useMemo(() => dapColumns(words, hasGranular), [words, hasGranular])
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  const onLoadMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage])
  const rowLink = useCallback(({ customer }: DapCustomer) => linkTo(customer.tenantId), [linkTo])
  const keptAs = useMemo(() => ({ entry, view: 'dap' }), [entry])
  const last = data?.pages.at(-1)

  const about = (
    <Fold icon="info" label={t('dap.about')}>
      <Box as="p" after={4} tone="muted" measure={76}>{lead}</Box>
      {last && <DapFacts facts={last.facts} />}
    </Fold>
  )
  if (!last) {
    return (
      <>
        <Folds>{about}</Folds>
        {list.isError
          ? <ErrorState error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} />
          : <GridSkeleton columns={columns} />}
      </>
    )
  }
  const { total } = last
  if (total.count === 0) {
    return (
      <>
        <Folds>{about}</Folds>
        <EmptyState title={t('dap.empty')}>{t('dap.empty.text')}</EmptyState>
      </>
    )
  }
  return (
    <>
      <Folds>
        {about}
        <Box as="p" role="status" before={2} after={2} numbers>
          {total.capped ? t('dap.total.capped', { count: formatNumber(total.count) }) : t('dap.total', { count: total.count })}
        </Box>
      </Folds>
      <div className={jobStyles.report}>
        <DataGrid label={t('dap.title')} columns={columns} rows={rows} rowId={rowId} rowLink={rowLink} total={total} stale={false}
          hasMore={list.hasNextPage} loadingMore={list.isFetching} loadMoreFailed={list.isFetchNextPageError} onLoadMore={onLoadMore}
          keptAs={keptAs} />
      </div>
      <Box as="p" before={3} text="caption" tone="muted" measure={100}>
        <span>{t('dap.legend.activity')}</span> <RuleLink rule="BR-73" />
        {hasGranular && <>{' '}<span>{t('dap.legend.decides')}</span> <RuleLink rule="BR-74" /></>}
      </Box>
    </>
  )
}
