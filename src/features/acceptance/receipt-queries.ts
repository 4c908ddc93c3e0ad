import { queryOptions } from '@tanstack/react-query'
import type { Receipt } from '../../../domain/invitations/schemas.ts'
import { request } from '../../api/request.ts'

/** A receipt never changes once it is there. */
export const receiptQuery = (id: string) =>
  queryOptions({
    queryKey: ['receipts', 'one', id],
    queryFn: ({ signal }) => request<Receipt>(`/receipts/${encodeURIComponent(id)}`, { signal }),
    staleTime: Infinity,
  })
