import type { HandedOver, HandOverRequest } from '../../../../domain/invitations/asides/schemas.ts'
import type { InvitationQuestion, Receipt } from '../../../../domain/invitations/schemas.ts'
import { type SilenceOptions, request } from '../../../api/request.ts'
import { pathOf } from './invitation-requests.ts'

export type Answer = { verb: 'accept'; agreementAccepted: boolean } | { verb: 'decline'; reason: string }

/** The form's fields. */
export const declineInputs = ['/reason'] as const
export const handOverInputs = ['/email', '/name'] as const
export const questionInputs = ['/text'] as const

/** Repeated after silence, it returns the first receipt. */
export const sendAnswer = (token: string, answer: Answer, idempotencyKey: string, options: SilenceOptions): Promise<Receipt> =>
  request<Receipt>(`${pathOf(token)}/${answer.verb}`, { method: 'POST', body: bodyOf(answer), idempotencyKey, ...options })

function bodyOf(answer: Answer) {
  if (answer.verb === 'accept') return answer.agreementAccepted ? { agreementAccepted: true } : {}
  const reason = answer.reason.trim()
  return reason ? { reason } : {}
}

/** Repeated with the same key, it asks nobody twice. */
export const handOver = (token: string, to: HandOverRequest, idempotencyKey: string): Promise<HandedOver> =>
  request<HandedOver>(`${pathOf(token)}/hand-over`, { method: 'POST', body: to, idempotencyKey })

/** Repeated with the same key, it asks once. */
export const askPartner = (token: string, text: string, idempotencyKey: string): Promise<InvitationQuestion> =>
  request<InvitationQuestion>(`${pathOf(token)}/question`, { method: 'POST', body: { text }, idempotencyKey })
