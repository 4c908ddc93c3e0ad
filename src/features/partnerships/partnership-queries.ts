import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Page } from '../../../domain/page.ts'
import type { Partnership } from '../../../domain/partnerships/schemas.ts'
import { request } from '../../api/request.ts'

export const partnershipQueries = {
  list: () =>
    infiniteQueryOptions({
      queryKey: ['partnerships', 'list'],
      queryFn: ({ pageParam, signal }) => request<Page<Partnership>>('/partnerships', { query: { cursor: pageParam, limit: 100 }, signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
}
