import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Page } from '../../../domain/page.ts'
import type { Elements } from '../elements.ts'
import { EmptyState, ErrorState } from '../waiting/states.tsx'
import type { ListAt } from '../lists/use-list-view.ts'
import { DataGrid } from './data-grid.tsx'
import type { DataGridProps } from './grid-rows.ts'
import { GridSkeleton } from './grid-skeleton.tsx'

type Given = 'label' | 'columns' | 'rowId' | 'rowLink' | 'onRowKey' | 'density'
type Props<Row> = Pick<DataGridProps<Row>, Given> & {
  list: UseInfiniteQueryResult<InfiniteData<Page<Row>>>
  at: Pick<ListAt<unknown>, 'isNarrowed' | 'keptAs'> & Partial<Pick<ListAt<unknown>, 'sort' | 'onSort'>>
  /** For an empty list. */
  empty: Elements
  /** For a view without matches; the toolbar's button clears the filters. */
  noMatch?: { title: string; text: string }
  /** What a failure has left unchanged. */
  kept?: string
}

/** A paged list's rows, or what replaces them: loading, failed, empty, no matches. */
export function PagedGrid<Row>({ list, at, empty, noMatch, kept, ...grid }: Props<Row>) {
  const { data, fetchNextPage, isPlaceholderData: stale } = list
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  const onLoadMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage])
  const total = data?.pages.at(-1)?.total
  const skeleton = <GridSkeleton columns={grid.columns} compact={grid.density === 'compact'} />
  if (!total) {
    return list.isError
      ? <ErrorState error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} {...(kept && { kept })} />
      : skeleton
  }
  if (rows.length === 0 && stale) return skeleton
  if (rows.length === 0) return at.isNarrowed && noMatch ? <EmptyState title={noMatch.title}>{noMatch.text}</EmptyState> : empty
  return (
    <DataGrid {...grid} sort={at.sort} onSort={at.onSort} keptAs={at.keptAs} rows={rows} total={total} stale={stale}
      hasMore={list.hasNextPage} loadingMore={list.isFetching} loadMoreFailed={list.isFetchNextPageError} onLoadMore={onLoadMore} />
  )
}
