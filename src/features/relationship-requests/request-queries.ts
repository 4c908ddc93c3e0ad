import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Page } from '../../../domain/page.ts'
import type { RelationshipRequest } from '../../../domain/relationship-requests/schemas.ts'
import { request } from '../../api/request.ts'

export const requestViews = ['open', 'answered', 'all'] as const
export type RequestView = (typeof requestViews)[number]

/** The key begins with the noun whose changes move a request: the partner's invitations, the customer's receipts. */
export const requestQueries = {
  list: (view: RequestView, isCustomer: boolean) =>
    infiniteQueryOptions({
      queryKey: [isCustomer ? 'receipts' : 'invitations', 'requests', view],
      queryFn: ({ pageParam, signal }) =>
        request<Page<RelationshipRequest>>('/relationship-requests', {
          query: { state: view === 'all' ? undefined : view, cursor: pageParam, limit: 50 }, signal,
        }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      // What a customer has just opened in another tab, nobody tells this one.
      staleTime: 0,
    }),
}
