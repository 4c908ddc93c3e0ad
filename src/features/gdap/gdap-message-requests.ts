import type { GdapRelationshipDetail, GdapSendRequest } from '../../../domain/gdap/schemas.ts'
import type { InvitationMessage } from '../../../domain/invitations/schemas.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { reading } from '../../api/reading.ts'
import { request } from '../../api/request.ts'

const pathOf = (id: string) => `/delegated-admin/relationships/${encodeURIComponent(id)}`

/** The mail of a waiting request with its link, in the customer's language by default. */
export const gdapMessageQueries = {
  message: (id: string, language?: Locale) =>
    reading<InvitationMessage>(['delegated-admin', 'message', id, language ?? ''], `${pathOf(id)}/message`, { language }),
}

/** Sends or records one mail each. 412 when the request has changed. */
export const sendGdap = (
  { id, etag }: Pick<GdapRelationshipDetail, 'id' | 'etag'>, mail: GdapSendRequest, idempotencyKey: string,
): Promise<GdapRelationshipDetail> => request(`${pathOf(id)}/send`, { method: 'POST', body: mail, ifMatch: etag, idempotencyKey })
