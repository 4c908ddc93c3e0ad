import type { GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import { call } from '../../../api/call.ts'
import type { SilenceOptions } from '../../../api/request.ts'

type Row = Pick<GdapRelationshipDetail, 'id' | 'etag'>

/** The customer's approval of everything (BR-78). */
export const approveRights = ({ id, etag }: Row, idempotencyKey: string, options: SilenceOptions) =>
  call('POST /delegated-admin/relationships/{id}/approve', { path: { id }, ifMatch: etag, idempotencyKey, ...options })
