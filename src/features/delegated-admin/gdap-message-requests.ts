import type { GdapRelationshipDetail, GdapSendRequest } from '../../../domain/delegated-admin/schemas.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { call } from '../../api/call.ts'
import { reading } from '../../api/reading.ts'

/** The mail that carries a request which waits, with its link; in the customer's language unless another is asked for. */
export const gdapMessageQueries = {
  message: (id: string, language?: Locale) =>
    reading(['delegated-admin', 'message', id, language ?? ''], '/delegated-admin/relationships/{id}/message', {
      path: { id }, query: { language },
    }),
}

/** Each one is a mail of its own, or a record of one. Refused with 412 when the request is not any more as it was shown. */
export const sendGdap = (
  { id, etag }: Pick<GdapRelationshipDetail, 'id' | 'etag'>, mail: GdapSendRequest, idempotencyKey: string,
) => call('POST /delegated-admin/relationships/{id}/send', { path: { id }, body: mail, ifMatch: etag, idempotencyKey })
