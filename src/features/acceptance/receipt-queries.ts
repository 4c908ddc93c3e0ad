import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Receipt } from '../../../domain/invitations/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import { request } from '../../api/request.ts'

const pathOf = (id: string) => `/receipts/${encodeURIComponent(id)}`

/** What a receipt says never changes; only that it was confirmed elsewhere is added. */
export const receiptQuery = (id: string) =>
  queryOptions({
    queryKey: ['receipts', 'one', id],
    queryFn: ({ signal }) => request<Receipt>(pathOf(id), { signal }),
    staleTime: Infinity,
  })

/** The organisation's own receipts, newest first. */
export const receiptsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['receipts', 'list'],
    queryFn: ({ pageParam, signal }) => request<Page<Receipt>>('/receipts', { query: { cursor: pageParam, limit: 20 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

/** Records what a Global admin did in the admin center. */
export const confirmReceipt = ({ id }: Pick<Receipt, 'id'>, idempotencyKey: string): Promise<Receipt> =>
  request<Receipt>(`${pathOf(id)}/confirm`, { method: 'POST', idempotencyKey })
