import type { HandedOver, HandOverRequest } from '../../../../domain/invitations/asides/schemas.ts'
import type { Acceptance, InvitationQuestion, Receipt } from '../../../../domain/invitations/schemas.ts'
import type { Page } from '../../../../domain/page.ts'
import type { Partnership } from '../../../../domain/partnerships/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { type Asking, request } from '../../../api/request.ts'

const pathOf = (token: string) => `/acceptance/${encodeURIComponent(token)}`

/** The invitation behind a link. */
export const readAcceptance = (token: string): Promise<Acceptance> => request<Acceptance>(pathOf(token))

/** Whether the reader's organisation is a reseller of the inviting partner (BR-54c), as far as names tell; asked for resellers only. */
export async function isResellerOf(inviter: string, reader: Actor | null): Promise<boolean> {
  if (reader?.organization.kind !== 'indirect_reseller') return false
  const { items } = await request<Page<Partnership>>('/partnerships', { query: { limit: 200 } })
  return items.some(({ provider, state }) => state === 'active' && provider.displayName === inviter)
}

const opened = new Set<string>()

/** Says once a visit, and again when a person has signed in, that the page is open. Nothing on it depends on that: a failure is let go. */
export function reportOpened(token: string, reader: string | undefined): void {
  const visit = `${token} ${reader ?? ''}`
  if (opened.has(visit)) return
  opened.add(visit)
  request<unknown>(`${pathOf(token)}/open`, { method: 'POST' }).catch(() => opened.delete(visit))
}

export type Answer = { verb: 'accept'; agreementAccepted: boolean } | { verb: 'decline'; reason: string }

/** Given again after silence, it is answered with the first receipt. */
export const sendAnswer = (token: string, answer: Answer, idempotencyKey: string, asking: Asking): Promise<Receipt> =>
  request<Receipt>(`${pathOf(token)}/${answer.verb}`, { method: 'POST', body: bodyOf(answer), idempotencyKey, ...asking })

function bodyOf(answer: Answer) {
  if (answer.verb === 'accept') return answer.agreementAccepted ? { agreementAccepted: true } : {}
  const reason = answer.reason.trim()
  return reason ? { reason } : {}
}

/** What the forms have a field for. */
export const handOverInputs = ['/email', '/name'] as const
export const questionInputs = ['/text'] as const

/** Sent again with the same key it asks nobody twice. */
export const handOver = (token: string, to: HandOverRequest, idempotencyKey: string): Promise<HandedOver> =>
  request<HandedOver>(`${pathOf(token)}/hand-over`, { method: 'POST', body: to, idempotencyKey })

/** Sent again with the same key it asks once. */
export const askPartner = (token: string, text: string, idempotencyKey: string): Promise<InvitationQuestion> =>
  request<InvitationQuestion>(`${pathOf(token)}/question`, { method: 'POST', body: { text }, idempotencyKey })
