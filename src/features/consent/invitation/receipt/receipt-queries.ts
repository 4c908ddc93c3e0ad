import type { Receipt } from '../../../../../domain/invitations/schemas.ts'
import { call } from '../../../../api/call.ts'
import { pagesOf, reading } from '../../../../api/reading.ts'

/** What was answered never changes; that it was confirmed elsewhere, and whether the relationship is over, is added. */
export const receiptQuery = (id: string) => reading(['receipts', 'one', id], '/receipts/{id}', { path: { id } })

/** The organisation's own receipts, newest first. */
export const receiptsQuery = () => pagesOf(['receipts', 'list'], '/receipts', 20)

/** Records what a Global admin did in the admin center. */
export const confirmReceipt = ({ id }: Pick<Receipt, 'id'>, idempotencyKey: string) =>
  call('POST /receipts/{id}/confirm', { path: { id }, idempotencyKey })
