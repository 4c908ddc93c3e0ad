import { queryOptions } from '@tanstack/react-query'
import type { Funnel } from '../../../domain/funnel/schemas.ts'
import { request } from '../../api/request.ts'
import type { Period } from './funnel-period.ts'

export const funnelQueries = {
  /** The key begins with the noun that changes are told by. */
  of: (period: Period) =>
    queryOptions({
      queryKey: ['invitations', 'funnel', period],
      queryFn: ({ signal }) => request<Funnel>('/invitations/funnel', { query: period, signal }),
    }),
}
