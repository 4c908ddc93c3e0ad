import type { GdapRelationshipDetail } from '../../../../domain/delegated-admin/schemas.ts'
import { call } from '../../../api/call.ts'
import type { Asking } from '../../../api/request.ts'

type Row = Pick<GdapRelationshipDetail, 'id' | 'etag'>

/** The customer's yes to all of it (BR-78). */
export const approveRights = ({ id, etag }: Row, idempotencyKey: string, asking: Asking) =>
  call('POST /delegated-admin/relationships/{id}/approve', { path: { id }, ifMatch: etag, idempotencyKey, ...asking })
