import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { AutoExtendDuration } from '../../../domain/delegated-admin/durations.ts'
import type {
  AutoExtendOutcome, ExpiryBoard, GdapChange, GdapDraft, GdapRelationshipDetail, GdapRelationshipOnWire, GdapRequest, GdapRequestOnWire,
  GdapView,
} from '../../../domain/delegated-admin/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import { request } from '../../api/request.ts'

const relationships = '/delegated-admin/relationships'
const firstPage = 60
const laterPages = 200
/** A tenant has a handful; beyond this a page says that there are more. */
const mostOfTenant = 600

const pathOf = (id: string) => `${relationships}/${encodeURIComponent(id)}`

/** One relationship as it is now; a customer also finds what waits for whichever tenant approves first (BR-85). */
export const readGdap = (id: string, signal?: AbortSignal): Promise<GdapRelationshipDetail> => request(pathOf(id), { signal })

/** Every key begins with the noun that changes are told by. */
export const gdapQueries = {
  list: (view: GdapView) =>
    infiniteQueryOptions({
      queryKey: ['delegated-admin', 'list', view],
      queryFn: ({ pageParam, signal }) =>
        request<Page<GdapRelationshipOnWire>>(relationships, {
          query: { ...view, cursor: pageParam, limit: pageParam === undefined ? firstPage : laterPages }, signal,
        }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: ['delegated-admin', 'one', id],
      queryFn: ({ signal }) => readGdap(id, signal),
    }),
  /** The newest of those that the customer's own tenant was asked for; `total` says how many there are. */
  ofTenant: () =>
    queryOptions({
      queryKey: ['delegated-admin', 'of-tenant'],
      queryFn: async ({ signal }) => {
        const items: GdapRelationshipOnWire[] = []
        let cursor: string | undefined
        for (;;) {
          const page = await request<Page<GdapRelationshipOnWire>>(relationships, { query: { cursor, limit: laterPages }, signal })
          items.push(...page.items)
          cursor = page.nextCursor ?? undefined
          if (cursor === undefined || items.length >= mostOfTenant) return { items, total: page.total, hasMore: cursor !== undefined }
        }
      },
    }),
  board: () =>
    queryOptions({
      queryKey: ['delegated-admin', 'board'],
      queryFn: ({ signal }) => request<ExpiryBoard>('/delegated-admin/expiry', { signal }),
    }),
  /** Whether the partner, or its reseller that is named, has a relationship of this name, whoever it is for (BR-82). */
  nameTaken: (displayName: string, resellerId?: string) =>
    queryOptions({
      queryKey: ['delegated-admin', 'name-taken', displayName, resellerId],
      queryFn: ({ signal }) => request<{ taken: boolean }>(`${relationships}/name-taken`, { query: { displayName, resellerId }, signal }),
    }),
}

/** Sent again with the same key it makes no second one. */
export const createGdap = (draft: GdapDraft, idempotencyKey: string): Promise<GdapRelationshipDetail> =>
  request(relationships, { method: 'POST', body: draft, idempotencyKey })

type Row = Pick<GdapRelationshipOnWire, 'id' | 'etag'>

/** Refused with 412 when somebody changed it since it was shown; so are the other changes of a row. */
export const changeGdap = ({ id, etag, change }: Row & { change: GdapChange }, idempotencyKey: string): Promise<GdapRelationshipDetail> =>
  request(pathOf(id), { method: 'PATCH', body: change, ifMatch: etag, idempotencyKey })

/** Throws a draft away. */
export const removeGdap = async ({ id, etag }: Row, idempotencyKey: string): Promise<true> => {
  await request<undefined>(pathOf(id), { method: 'DELETE', ifMatch: etag, idempotencyKey })
  return true
}

/** Finalise, end, or answer as the reseller that a provider asks. */
export const askGdap = ({ id, etag, action }: Row & GdapRequest, idempotencyKey: string): Promise<GdapRequestOnWire> =>
  request(`${pathOf(id)}/requests`, { method: 'POST', body: { action }, ifMatch: etag, idempotencyKey })

/** Turns it on or off for at most 500 at once, with an outcome for each (BR-86, BR-89). */
export const autoExtendMany = (
  ids: readonly string[], setting: { autoExtendDuration: AutoExtendDuration; etags?: readonly string[] }, idempotencyKey: string,
): Promise<{ items: AutoExtendOutcome[] }> =>
  request('/delegated-admin/auto-extend', { method: 'POST', body: { ids, ...setting }, idempotencyKey })
