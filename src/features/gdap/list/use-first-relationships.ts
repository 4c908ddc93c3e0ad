import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { GdapView } from '../../../../domain/gdap/schemas.ts'
import { gdapQueries } from '../gdap-queries.ts'

/** Loads a view's first `most` relationships page by page, and counts the rest. */
export function useFirstRelationships(view: GdapView, most: number, enabled = true) {
  const list = useInfiniteQuery({ ...gdapQueries.list(view), enabled })
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  const isMoreWanted = hasNextPage && rows.length < most
  useEffect(() => {
    if (isMoreWanted && !isFetching && !isFetchNextPageError) void fetchNextPage({ cancelRefetch: false })
  }, [isMoreWanted, isFetching, isFetchNextPageError, fetchNextPage])
  const shown = useMemo(() => rows.slice(0, most), [rows, most])
  const total = data?.pages.at(-1)?.total
  return {
    rows: shown,
    leftOut: { count: total ? Math.max(total.count - shown.length, 0) : 0, capped: total?.capped ?? false },
    isLoading: !data || (isMoreWanted && !isFetchNextPageError),
    error: list.error,
    isFetching,
    retry: () => void (isFetchNextPageError ? fetchNextPage() : list.refetch()),
  }
}
