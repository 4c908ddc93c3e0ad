import type { HandOverRequest } from '../../../../domain/invitations/asides/schemas.ts'
import { call } from '../../../api/call.ts'
import type { SilenceOptions } from '../../../api/request.ts'

export type Answer = { verb: 'accept'; agreementAccepted: boolean } | { verb: 'decline'; reason: string }

/** The form's fields. */
export const declineInputs = ['/reason'] as const
export const handOverInputs = ['/email', '/name'] as const
export const questionInputs = ['/text'] as const

/** Repeated after silence, it returns the first receipt. */
export const sendAnswer = (token: string, answer: Answer, idempotencyKey: string, options: SilenceOptions) =>
  call(`POST /acceptance/{token}/${answer.verb}`, { path: { token }, body: bodyOf(answer), idempotencyKey, ...options })

function bodyOf(answer: Answer) {
  if (answer.verb === 'accept') return answer.agreementAccepted ? { agreementAccepted: true } : {}
  const reason = answer.reason.trim()
  return reason ? { reason } : {}
}

/** Repeated with the same key, it asks nobody twice. */
export const handOver = (token: string, to: HandOverRequest, idempotencyKey: string) =>
  call('POST /acceptance/{token}/hand-over', { path: { token }, body: to, idempotencyKey })

/** Repeated with the same key, it asks once. */
export const askPartner = (token: string, text: string, idempotencyKey: string) =>
  call('POST /acceptance/{token}/question', { path: { token }, body: { text }, idempotencyKey })
