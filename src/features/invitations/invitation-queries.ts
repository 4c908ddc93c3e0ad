import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  ForwardRequest, Invitation, InvitationDraft, InvitationMessage, InvitationsView, ReissueRequest, SendRequest,
} from '../../../domain/invitations/schemas.ts'
import { linkMark } from '../../../domain/mail/mail.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { call } from '../../api/call.ts'
import { firstOf, gridOf, reading } from '../../api/reading.ts'

export const invitationQueries = {
  list: (view: InvitationsView) => gridOf(['invitations', 'list', view], '/invitations', view),
  one: (id: string) => reading(['invitations', 'one', id], '/invitations/{id}', { path: { id } }),
  /** For the reseller that carries it; in the customer's language unless another is asked for. */
  message: (id: string, language?: Locale) =>
    reading(['invitations', 'message', id, language ?? ''], '/invitations/{id}/message', { path: { id }, query: { language } }),
  /** For its maker, which holds the link. */
  textWithLink: (id: string, language: Locale, link: string) =>
    queryOptions<InvitationMessage>({
      queryKey: ['invitations', 'text', id, language],
      queryFn: async ({ signal }) => {
        const text = await call('GET /invitations/{id}/text', { path: { id }, query: { language }, signal })
        const withLink = (words: string) => words.replaceAll(linkMark, () => link)
        return { ...text, link, text: withLink(text.text), chat: withLink(text.chat) }
      },
    }),
}

/** The first invitations of a view, in the order of the list; `most` at most. */
export const firstInvitations = async (view: InvitationsView, most: number): Promise<Invitation[]> =>
  (await firstOf('/invitations', most, view)).items

/** Sent again with the same key it makes no second invitation; the answer carries the link. */
export const createInvitation = (draft: InvitationDraft, idempotencyKey: string) =>
  call('POST /invitations', { body: draft, idempotencyKey })

type Row = Pick<Invitation, 'id' | 'etag'>

/** Refused with 412 when someone changed the invitation since it was shown. */
const seen = ({ id, etag }: Row, idempotencyKey: string) => ({ path: { id }, ifMatch: etag, idempotencyKey })

export const remindInvitation = (row: Row, key: string) => call('POST /invitations/{id}/remind', seen(row, key))
export const withdrawInvitation = (row: Row, key: string) => call('POST /invitations/{id}/withdraw', seen(row, key))
export const showLink = (row: Row, key: string) => call('POST /invitations/{id}/link', seen(row, key))
export const sendInvitation = (row: Row, key: string, body: SendRequest = {}) =>
  call('POST /invitations/{id}/send', { ...seen(row, key), body })
export const reissueInvitation = (row: Row, key: string, body: z.infer<typeof ReissueRequest> = {}) =>
  call('POST /invitations/{id}/reissue', { ...seen(row, key), body })
export const forwardInvitation = (row: Row, key: string, body: ForwardRequest) =>
  call('POST /invitations/{id}/forward', { ...seen(row, key), body })
