import { queryOptions } from '@tanstack/react-query'
import type {
  Invitation, InvitationDetail, InvitationDraft, InvitationMessage, InvitationsView, InvitationText, InvitationWithLink,
} from '../../../domain/invitations/schemas.ts'
import { linkMark } from '../../../domain/mail/mail.ts'
import type { Page } from '../../../domain/page.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { firstOf, gridOf, reading } from '../../api/reading.ts'
import { request } from '../../api/request.ts'

const pathOf = (id: string) => `/invitations/${encodeURIComponent(id)}`

export const invitationQueries = {
  list: (view: InvitationsView) => gridOf<Page<Invitation>>(['invitations', 'list', view], '/invitations', view),
  one: (id: string) => reading<InvitationDetail>(['invitations', 'one', id], pathOf(id)),
  /** For the reseller that carries it; in the customer's language unless another is asked for. */
  message: (id: string, language?: Locale) =>
    reading<InvitationMessage>(['invitations', 'message', id, language ?? ''], `${pathOf(id)}/message`, { language }),
  /** For its maker, which holds the link. */
  textWithLink: (id: string, language: Locale, link: string) =>
    queryOptions<InvitationMessage>({
      queryKey: ['invitations', 'text', id, language],
      queryFn: async ({ signal }) => {
        const text = await request<InvitationText>(`${pathOf(id)}/text`, { query: { language }, signal })
        const withLink = (words: string) => words.replaceAll(linkMark, () => link)
        return { ...text, link, text: withLink(text.text), chat: withLink(text.chat) }
      },
    }),
}

/** The first invitations of a view, in the order of the list; `most` at most. */
export const firstInvitations = async (view: InvitationsView, most: number): Promise<Invitation[]> =>
  (await firstOf<Invitation>('/invitations', most, view)).items

/** Sent again with the same key it makes no second invitation; the answer carries the link. */
export const createInvitation = (draft: InvitationDraft, idempotencyKey: string): Promise<InvitationWithLink> =>
  request<InvitationWithLink>('/invitations', { method: 'POST', body: draft, idempotencyKey })

type Row = Pick<Invitation, 'id' | 'etag'>

/** Refused with 412 when someone changed the invitation since it was shown. */
const change = <T>(verb: string) => ({ id, etag }: Row, idempotencyKey: string, body: unknown = {}): Promise<T> =>
  request<T>(`${pathOf(id)}/${verb}`, { method: 'POST', body, ifMatch: etag, idempotencyKey })

export const remindInvitation = change<Invitation>('remind')
export const sendInvitation = change<Invitation>('send')
export const withdrawInvitation = change<Invitation>('withdraw')
export const showLink = change<InvitationWithLink>('link')
export const reissueInvitation = change<InvitationWithLink>('reissue')
export const forwardInvitation = change<Invitation>('forward')
