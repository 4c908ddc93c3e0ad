import type { GdapRelationshipDetail, GdapSendRequest } from '../../../domain/gdap/schemas.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { call } from '../../api/call.ts'
import { reading } from '../../api/reading.ts'

/** The mail of a waiting request with its link, in the customer's language by default. */
export const gdapMessageQueries = {
  message: (id: string, language?: Locale) =>
    reading(['delegated-admin', 'message', id, language ?? ''], '/delegated-admin/relationships/{id}/message', {
      path: { id }, query: { language },
    }),
}

/** Sends or records one mail each. 412 when the request has changed. */
export const sendGdap = (
  { id, etag }: Pick<GdapRelationshipDetail, 'id' | 'etag'>, mail: GdapSendRequest, idempotencyKey: string,
) => call('POST /delegated-admin/relationships/{id}/send', { path: { id }, body: mail, ifMatch: etag, idempotencyKey })
