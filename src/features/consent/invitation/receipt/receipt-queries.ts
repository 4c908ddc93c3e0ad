import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Receipt, ReceiptDetail } from '../../../../../domain/invitations/schemas.ts'
import type { Page } from '../../../../../domain/page.ts'
import { request } from '../../../../api/request.ts'

const pathOf = (id: string) => `/receipts/${encodeURIComponent(id)}`

/** What was answered never changes; that it was confirmed elsewhere, and whether the relationship is over, is added. */
export const receiptQuery = (id: string) =>
  queryOptions({
    queryKey: ['receipts', 'one', id],
    queryFn: ({ signal }) => request<ReceiptDetail>(pathOf(id), { signal }),
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
