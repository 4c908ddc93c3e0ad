import { queryOptions } from '@tanstack/react-query'
import type { AutoExtendDuration } from '../../../domain/gdap/term/durations.ts'
import type { GdapChange, GdapDraft, GdapRelationshipOnWire, GdapRequest, GdapView } from '../../../domain/gdap/schemas.ts'
import { call } from '../../api/call.ts'
import { done } from '../../api/done.ts'
import { firstOf, gridOf, reading } from '../../api/reading.ts'

/** A tenant has a handful; beyond this a page says that there are more. */
const mostOfTenant = 600

/** One relationship as it is now; a customer also finds what waits for whichever tenant approves first (BR-85). */
export const readGdap = (id: string) => call('GET /delegated-admin/relationships/{id}', { path: { id } })

export const gdapQueries = {
  list: (view: GdapView) => gridOf(['delegated-admin', 'list', view], '/delegated-admin/relationships', view),
  one: (id: string) => reading(['delegated-admin', 'one', id], '/delegated-admin/relationships/{id}', { path: { id } }),
  /** The newest of those that the customer's own tenant was asked for; `total` says how many there are. */
  ofTenant: () =>
    queryOptions({
      queryKey: ['delegated-admin', 'of-tenant'],
      queryFn: ({ signal }) => firstOf('/delegated-admin/relationships', mostOfTenant, {}, signal),
    }),
  board: () => reading(['delegated-admin', 'board'], '/delegated-admin/expiry'),
  /** Whether the partner, or its reseller that is named, has a relationship of this name, whoever it is for (BR-82). */
  nameTaken: (displayName: string, resellerId?: string) =>
    reading(['delegated-admin', 'name-taken', displayName, resellerId], '/delegated-admin/relationships/name-taken', {
      query: { displayName, resellerId },
    }),
}

/** Sent again with the same key it makes no second one. */
export const createGdap = (draft: GdapDraft, idempotencyKey: string) =>
  call('POST /delegated-admin/relationships', { body: draft, idempotencyKey })

type Row = Pick<GdapRelationshipOnWire, 'id' | 'etag'>

/** Refused with 412 when somebody changed it since it was shown; so are the other changes of a row. */
export const changeGdap = ({ id, etag, change }: Row & { change: GdapChange }, idempotencyKey: string) =>
  call('PATCH /delegated-admin/relationships/{id}', { path: { id }, body: change, ifMatch: etag, idempotencyKey })

/** Throws a draft away. */
export const removeGdap = ({ id, etag }: Row, idempotencyKey: string): Promise<true> =>
  done(call('DELETE /delegated-admin/relationships/{id}', { path: { id }, ifMatch: etag, idempotencyKey }))

/** Finalise, end, or answer as the reseller that a provider asks. */
export const askGdap = ({ id, etag, action }: Row & GdapRequest, idempotencyKey: string) =>
  call('POST /delegated-admin/relationships/{id}/requests', { path: { id }, body: { action }, ifMatch: etag, idempotencyKey })

/** Turns it on or off for at most 500 at once, with an outcome for each (BR-86, BR-89). */
export const autoExtendMany = (
  ids: readonly string[], setting: { autoExtendDuration: AutoExtendDuration; etags?: readonly string[] }, idempotencyKey: string,
) =>
  call('POST /delegated-admin/auto-extend', { body: { ids, ...setting }, idempotencyKey })
