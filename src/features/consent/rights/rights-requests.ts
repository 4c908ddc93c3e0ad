import type { GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import { type SilenceOptions, request } from '../../../api/request.ts'

type Row = Pick<GdapRelationshipDetail, 'id' | 'etag'>

/** The customer's approval of everything (BR-78). */
export const approveRights = ({ id, etag }: Row, idempotencyKey: string, options: SilenceOptions): Promise<GdapRelationshipDetail> =>
  request(`/delegated-admin/relationships/${encodeURIComponent(id)}/approve`, {
    method: 'POST', ifMatch: etag, idempotencyKey, ...options,
  })
