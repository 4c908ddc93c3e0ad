import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Customer, CustomerView } from '../../../domain/customers/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import type { Partnership } from '../../../domain/partnerships/schemas.ts'
import { request } from '../../api/request.ts'

/** The first page is short, so that the first rows come soon; the ones after it are as long as the API gives. */
const firstPage = 60
const laterPages = 200

export const customerQueries = {
  list: (view: CustomerView) =>
    infiniteQueryOptions({
      queryKey: ['customers', 'list', view],
      queryFn: ({ pageParam, signal }) =>
        request<Page<Customer>>('/customers', {
          query: { ...view, cursor: pageParam, limit: pageParam === undefined ? firstPage : laterPages }, signal,
        }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  one: (tenantId: string) =>
    queryOptions({
      queryKey: ['customers', 'one', tenantId],
      queryFn: ({ signal }) => request<Customer>(`/customers/${encodeURIComponent(tenantId)}`, { signal }),
    }),
  /** The resellers that the list can be narrowed to. */
  resellers: () =>
    queryOptions({
      queryKey: ['partnerships', 'list', 'first'],
      queryFn: ({ signal }) => request<Page<Partnership>>('/partnerships', { query: { limit: 200 }, signal }),
    }),
}
