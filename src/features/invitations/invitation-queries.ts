import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  Invitation, InvitationDetail, InvitationDraft, InvitationMessage, InvitationsView, InvitationText, InvitationWithLink,
} from '../../../domain/invitations/schemas.ts'
import { linkMark } from '../../../domain/mail/mail.ts'
import type { Page } from '../../../domain/page.ts'
import type { Partnership } from '../../../domain/partnerships/schemas.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { request } from '../../api/request.ts'

const firstPage = 60
const laterPages = 200
const mostPartnershipPages = 10

const pathOf = (id: string) => `/invitations/${encodeURIComponent(id)}`

/** The first page of the list is short, so that the first rows come soon. Every key begins with the noun that changes are told by. */
export const invitationQueries = {
  list: (view: InvitationsView) =>
    infiniteQueryOptions({
      queryKey: ['invitations', 'list', view],
      queryFn: ({ pageParam, signal }) =>
        request<Page<Invitation>>('/invitations', {
          query: { ...view, cursor: pageParam, limit: pageParam === undefined ? firstPage : laterPages }, signal,
        }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: ['invitations', 'one', id],
      queryFn: ({ signal }) => request<InvitationDetail>(pathOf(id), { signal }),
    }),
  /** For the reseller that carries it; in the customer's language unless another is asked for. */
  message: (id: string, language?: Locale) =>
    queryOptions({
      queryKey: ['invitations', 'message', id, language ?? ''],
      queryFn: ({ signal }) => request<InvitationMessage>(`${pathOf(id)}/message`, { query: { language }, signal }),
    }),
  /** For its maker, which holds the link. */
  textWithLink: (id: string, language: Locale, link: string) =>
    queryOptions({
      queryKey: ['invitations', 'text', id, language],
      queryFn: async ({ signal }): Promise<InvitationMessage> => {
        const text = await request<InvitationText>(`${pathOf(id)}/text`, { query: { language }, signal })
        const withLink = (words: string) => words.replaceAll(linkMark, () => link)
        return { ...text, link, text: withLink(text.text), chat: withLink(text.chat) }
      },
    }),
  /** Every partnership of the organisation, up to 2,000, to choose a reseller from. */
  partnerships: () =>
    queryOptions({
      queryKey: ['partnerships', 'all'],
      queryFn: async ({ signal }) => {
        const all: Partnership[] = []
        let cursor: string | null = null
        for (let page = 0; page < mostPartnershipPages; page++) {
          const { items, nextCursor }: Page<Partnership> = await request('/partnerships', { query: { cursor, limit: 200 }, signal })
          all.push(...items)
          cursor = nextCursor
          if (cursor === null) break
        }
        return all
      },
    }),
}

/** The first invitations of a view, in the order of the list; `most` at most. */
export async function firstInvitations(view: InvitationsView, most: number): Promise<Invitation[]> {
  const found: Invitation[] = []
  let cursor: string | null = null
  do {
    const page: Page<Invitation> = await request('/invitations', { query: { ...view, cursor, limit: laterPages } })
    found.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null && found.length < most)
  return found.slice(0, most)
}

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
