import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useMemo } from 'react'
import type { GdapRelationshipOnWire, GdapView } from '../../../../domain/delegated-admin/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/button.tsx'
import { DataGrid } from '../../../ui/data-grid/data-grid.tsx'
import { GridSkeleton } from '../../../ui/data-grid/grid-skeleton.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { EmptyState, ErrorState } from '../../../ui/states.tsx'
import { gdapQueries } from '../gdap-queries.ts'
import { gdapColumns } from './gdap-columns.tsx'
import styles from './gdap-list.module.css'
import { GdapToolbar, type ViewChange, withoutFilters } from './gdap-toolbar.tsx'
import { isNarrowed, searchOfView, viewOf } from './gdap-view.ts'

type Props = {
  ownId: string
  view: GdapView
  onView: (view: GdapView, how: { replace: boolean }) => void
  linkTo: (id: string) => string
  /** The history entry's key: scroll and focus are kept with it. */
  entry: string
  /** What stands there when the organisation has no relationship at all. */
  empty: ReactNode
}

const rowId = ({ id }: GdapRelationshipOnWire) => id

/** The relationships with search, filters, total and states; the view comes from the address and goes there. */
export function GdapList({ ownId, view, onView, linkTo, entry, empty }: Props) {
  const words = useWords()
  const { t, formatNumber } = words
  const list = useInfiniteQuery(gdapQueries.list(view))
  const columns = useMemo(() => gdapColumns(words, ownId), [words, ownId])
  const { data, fetchNextPage } = list
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  const onLoadMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage])
  const rowLink = useCallback(({ id }: GdapRelationshipOnWire) => linkTo(id), [linkTo])
  const keptAs = useMemo(() => ({ entry, view: searchOfView(view).toString() }), [entry, view])

  const change = (wanted: ViewChange) => {
    const address = searchOfView(view)
    for (const [name, value] of Object.entries(wanted)) address.set(name, value)
    // Letter after letter is one step back, not many.
    onView(viewOf(address), { replace: 'search' in wanted && Boolean(wanted.search) && Boolean(view.search) })
  }
  const narrowed = isNarrowed(view)
  const total = data?.pages.at(-1)?.total
  const stale = list.isPlaceholderData
  const isEmpty = total?.count === 0 && !narrowed && !stale

  const body = () => {
    if (!data || !total) {
      return list.isError
        ? <ErrorState error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} />
        : <GridSkeleton columns={columns} />
    }
    if (rows.length === 0 && !narrowed) return isEmpty ? empty : <GridSkeleton columns={columns} />
    if (rows.length === 0) {
      return (
        <EmptyState title={t('gdap-board.empty.filtered.title')} action={
          <Button icon="close" onPress={() => change(withoutFilters)}>{t('gdap-board.filter.clear')}</Button>
        }>
          {t('gdap-board.empty.filtered.body')}
        </EmptyState>
      )
    }
    return (
      <DataGrid label={t('gdap-board.title')} columns={columns} rows={rows} rowId={rowId} rowLink={rowLink} total={total} stale={stale}
        sort={view.sort} onSort={(sort) => change({ sort })}
        hasMore={list.hasNextPage} loadingMore={list.isFetching} loadMoreFailed={list.isFetchNextPageError}
        onLoadMore={onLoadMore} keptAs={keptAs} />
    )
  }
  return (
    <>
      {!isEmpty && <GdapToolbar view={view} onChange={change} />}
      <div className={styles.total} hidden={isEmpty}>
        <p role="status" data-stale={stale || undefined}>
          {total && (total.capped
            ? t('gdap-board.total.capped', { count: formatNumber(total.count) })
            : t('gdap-board.total', { count: total.count }))}
        </p>
        {narrowed && rows.length > 0 && (
          <Button variant="subtle" icon="close" onPress={() => change(withoutFilters)}>{t('gdap-board.filter.clear')}</Button>
        )}
        {list.isError && data && (
          <span className={styles.outdated}>
            <Icon name="caution" />{t('gdap-board.failed')}
            <Button variant="subtle" icon="refresh" onPress={() => void list.refetch()}>{t('ui.error.retry')}</Button>
          </span>
        )}
      </div>
      {body()}
    </>
  )
}
