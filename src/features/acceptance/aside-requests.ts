import type { HandedOver, HandOverRequest } from '../../../domain/invitations/asides/schemas.ts'
import type { InvitationQuestion } from '../../../domain/invitations/schemas.ts'
import { request } from '../../api/request.ts'

const pathOf = (token: string) => `/acceptance/${encodeURIComponent(token)}`

/** What the forms have a field for. */
export const handOverInputs = ['/email', '/name'] as const
export const questionInputs = ['/text'] as const

/** Sent again with the same key it asks nobody twice. */
export const handOver = (token: string, to: HandOverRequest, idempotencyKey: string): Promise<HandedOver> =>
  request<HandedOver>(`${pathOf(token)}/hand-over`, { method: 'POST', body: to, idempotencyKey })

/** Sent again with the same key it asks once. */
export const askPartner = (token: string, text: string, idempotencyKey: string): Promise<InvitationQuestion> =>
  request<InvitationQuestion>(`${pathOf(token)}/question`, { method: 'POST', body: { text }, idempotencyKey })
