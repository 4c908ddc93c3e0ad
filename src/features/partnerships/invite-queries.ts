import type { ResellerInvite, ResellerInviteDraft } from '../../../domain/joining/schemas.ts'
import { call } from '../../api/call.ts'
import { pagesOf } from '../../api/reading.ts'

export const inviteQueries = {
  list: () => pagesOf(['partnerships', 'invites'], '/reseller-invites', 50),
}

/** The form's fields. */
export const inviteInputs = ['/tenantId', '/displayName'] as const

type Seen = Pick<ResellerInvite, 'id' | 'etag'>

export const inviteReseller = (body: ResellerInviteDraft, idempotencyKey: string) =>
  call('POST /reseller-invites', { body, idempotencyKey })

export const showInviteLink = ({ id, etag }: Seen, idempotencyKey: string) =>
  call('POST /reseller-invites/{id}/link', { path: { id }, ifMatch: etag, idempotencyKey })

export const withdrawInvite = ({ id, etag }: Seen, idempotencyKey: string) =>
  call('POST /reseller-invites/{id}/withdraw', { path: { id }, ifMatch: etag, idempotencyKey })
