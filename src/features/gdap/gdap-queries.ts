import { queryOptions } from '@tanstack/react-query'
import type { AutoExtendDuration } from '../../../domain/gdap/term/durations.ts'
import type {
  AutoExtendOutcome, ExpiryBoard, GdapChange, GdapDraft, GdapRelationshipDetail, GdapRelationshipOnWire, GdapRequest, GdapRequestOnWire,
  GdapView,
} from '../../../domain/gdap/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import { done } from '../../api/done.ts'
import { firstOf, gridOf, reading } from '../../api/reading.ts'
import { request } from '../../api/request.ts'

const relationships = '/delegated-admin/relationships'
/** A tenant has a handful; beyond this a page says that there are more. */
const mostOfTenant = 600

const pathOf = (id: string) => `${relationships}/${encodeURIComponent(id)}`

/** One relationship as it is now; a customer also finds what waits for whichever tenant approves first (BR-85). */
export const readGdap = (id: string): Promise<GdapRelationshipDetail> => request(pathOf(id))

export const gdapQueries = {
  list: (view: GdapView) => gridOf<Page<GdapRelationshipOnWire>>(['delegated-admin', 'list', view], relationships, view),
  one: (id: string) => reading<GdapRelationshipDetail>(['delegated-admin', 'one', id], pathOf(id)),
  /** The newest of those that the customer's own tenant was asked for; `total` says how many there are. */
  ofTenant: () =>
    queryOptions({
      queryKey: ['delegated-admin', 'of-tenant'],
      queryFn: ({ signal }) => firstOf<GdapRelationshipOnWire>(relationships, mostOfTenant, {}, signal),
    }),
  board: () => reading<ExpiryBoard>(['delegated-admin', 'board'], '/delegated-admin/expiry'),
  /** Whether the partner, or its reseller that is named, has a relationship of this name, whoever it is for (BR-82). */
  nameTaken: (displayName: string, resellerId?: string) =>
    reading<{ taken: boolean }>(['delegated-admin', 'name-taken', displayName, resellerId], `${relationships}/name-taken`, {
      displayName, resellerId,
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
export const removeGdap = ({ id, etag }: Row, idempotencyKey: string): Promise<true> =>
  done(pathOf(id), { method: 'DELETE', ifMatch: etag, idempotencyKey })

/** Finalise, end, or answer as the reseller that a provider asks. */
export const askGdap = ({ id, etag, action }: Row & GdapRequest, idempotencyKey: string): Promise<GdapRequestOnWire> =>
  request(`${pathOf(id)}/requests`, { method: 'POST', body: { action }, ifMatch: etag, idempotencyKey })

/** Turns it on or off for at most 500 at once, with an outcome for each (BR-86, BR-89). */
export const autoExtendMany = (
  ids: readonly string[], setting: { autoExtendDuration: AutoExtendDuration; etags?: readonly string[] }, idempotencyKey: string,
): Promise<{ items: AutoExtendOutcome[] }> =>
  request('/delegated-admin/auto-extend', { method: 'POST', body: { ids, ...setting }, idempotencyKey })
